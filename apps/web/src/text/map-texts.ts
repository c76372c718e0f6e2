/** Words of the map. */
export const mapWords = {
  map: { lv: 'Karte', en: 'Map', ru: 'Карта' },
  show: { lv: 'Rādīt karti', en: 'Show the map', ru: 'Показать карту' },
  whole: { lv: 'Visi maršruti', en: 'All routes', ru: 'Все маршруты' },
  zoomIn: { lv: 'Tuvināt', en: 'Zoom in', ru: 'Приблизить' },
  zoomOut: { lv: 'Tālināt', en: 'Zoom out', ru: 'Отдалить' },
  legend: { lv: 'Kartes apzīmējumi', en: 'What the map’s marks mean', ru: 'Обозначения карты' },
  leftOut: { lv: 'neieplānota vizīte', en: 'unserved visit', ru: 'незапланированный визит' },
  failed: {
    lv: 'Šī pārlūkprogramma nevar zīmēt karti. Tas pats ir redzams dienas tāfelē.',
    en: 'This browser cannot draw the map. The day board shows the same.',
    ru: 'Этот браузер не может рисовать карту. То же самое видно на доске дня.',
  },
} as const;
