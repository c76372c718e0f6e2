# One image for the API and the worker. Built from the repository: docker build -t apgaita .
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build
# The development packages stay behind; the installed ones keep their compiled parts.
RUN npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
RUN useradd --system --uid 10001 --no-create-home apgaita
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/prisma ./prisma
USER apgaita
EXPOSE 3000
CMD ["node", "dist/apps/api/src/main.js"]
