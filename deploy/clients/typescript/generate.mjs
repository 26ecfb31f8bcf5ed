// Generates the types of all operations from the OpenAPI files in the folder KEHU_ROOT
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const root = resolve(process.env.KEHU_ROOT ?? "../../..");
const services = {
  auth: "auth-service",
  customer: "customer-service",
  order: "order-service",
  migration: "migration-service/service",
};
await mkdir("src/generated", { recursive: true });
for (const [name, folder] of Object.entries(services)) {
  const description = pathToFileURL(join(root, folder, "src/main/resources/openapi/openapi.json"));
  await writeFile(`src/generated/${name}.ts`, astToString(await openapiTS(description)));
}
