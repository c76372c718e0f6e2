import type { BalanceGuide } from '../../objective/balance-guide.js';
import type { SearchPlan } from '../../state/search-plan.js';

/** The least that the components of one whole route grow by when it takes more work. */
export class WholeRoute {
  private readonly work: number;
  private readonly waiting: number;
  private readonly paid: number;
  private fixed = 0;
  private waits = 0;
  /** Time that is paid for and not worked. */
  private spare = 0;

  private done = 0;
  private readonly balances: boolean;

  constructor(
    private readonly plan: SearchPlan,
    private readonly balance: BalanceGuide,
  ) {
    const { weight } = plan.data;
    this.work = weight.work;
    this.waiting = weight.waiting;
    this.paid = weight.paid;
    this.balances = weight.balance > 0;
  }

  /** Names the route that {@link growth} speaks of. */
  begin(route: number): void {
    const { plan } = this;
    this.fixed = plan.visitsOnRoute[route] === 0 ? plan.data.weight.route : 0;
    this.waits = plan.routeWaiting[route]!;
    this.done = plan.travelTime[route] + plan.serviceTime[route];
    this.spare = plan.routePaid[route] - this.done;
  }

  /** Work grows exactly; waiting falls by no more than what fills it; paid time is never less than work. */
  growth(more: number): number {
    let bound = this.fixed + this.work * more;
    if (more > 0) bound -= this.waiting * (more < this.waits ? more : this.waits);
    if (more > this.spare) bound += this.paid * (more - this.spare);
    if (this.balances) bound += this.balance.change(this.done, this.done + more);
    return bound;
  }
}
