# The packages, and Prisma's client written from the schema (`postinstall`).
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma ./prisma
COPY scripts/prisma ./scripts/prisma
RUN npm ci

# `docker compose run deploy`: migrations and the app's login, run once at each release.
FROM packages AS deploy
COPY tsconfig.json ./
COPY scripts ./scripts
USER node
CMD ["npm", "run", "--silent", "db:deploy"]

FROM packages AS build
COPY . .
RUN BUILD_STANDALONE=1 npm run build

# What serves: the app and the packages it really uses, nothing to build or migrate with.
FROM node:24-slim AS app
WORKDIR /app
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
COPY --from=build /app/public ./public
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/sign-in').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
