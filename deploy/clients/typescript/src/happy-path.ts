// Registers a customer with a contact, changes and finds it, creates a product, through the gateway
import createClient from "openapi-fetch";
import type { paths as AuthPaths } from "./generated/auth.js";
import type { paths as CustomerPaths } from "./generated/customer.js";
import type { paths as MigrationPaths } from "./generated/migration.js";
import type { paths as OrderPaths } from "./generated/order.js";

const [baseUrl, token] = (globalThis as unknown as { process: { argv: string[] } }).process.argv.slice(2);
if (baseUrl === undefined || token === undefined) {
  throw new Error("Usage: happy-path URL TOKEN");
}
const options = { baseUrl, headers: { Authorization: `Bearer ${token}` } };
const auth = createClient<AuthPaths>(options);
const customers = createClient<CustomerPaths>(options);
const orders = createClient<OrderPaths>(options);
const migrations = createClient<MigrationPaths>(options);

/** Returns the body of a successful answer with its entity tag, and otherwise throws what the problem says. */
function of<T>(answer: { data?: T; error?: unknown; response: Response }): { body: T; tag: string } {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.status} ${answer.response.url}: ${JSON.stringify(answer.error)}`);
  }
  return { body: answer.data, tag: answer.response.headers.get("ETag") ?? "" };
}

function check(holds: boolean, what: string): void {
  if (!holds) {
    throw new Error(`Expected ${what}`);
  }
}

const run = Date.now().toString(36);
check(of(await auth.GET("/api/v1/me")).body.permissions.includes("customer:write"), "a token that may write customers");

const registered = of(
  await customers.POST("/api/v1/customers", {
    body: { kind: "company", name: `Windrose Types ${run}`, tags: [run], addresses: [{ city: "Ulm", country: "DE" }] },
  }),
);
const id = registered.body.id;
const changed = of(
  await customers.PATCH("/api/v1/customers/{id}", {
    params: { path: { id }, header: { "If-Match": registered.tag } },
    headers: { "Content-Type": "application/merge-patch+json" },
    body: { status: "active" },
  }),
);
check(changed.body.status === "active" && changed.body.version === registered.body.version + 1, "an active customer");

const stale = await customers.PATCH("/api/v1/customers/{id}", {
  params: { path: { id }, header: { "If-Match": registered.tag } },
  headers: { "Content-Type": "application/merge-patch+json" },
  body: { status: "inactive" },
});
check(stale.error?.status === 412 && stale.error.type === "urn:kehu:problem:stale", "a stale version to be refused");

const found = of(
  await customers.GET("/api/v1/customers", {
    params: { query: { tag: { eq: run }, createdAt: { gte: registered.body.createdAt }, sort: "-createdAt,name", limit: 5 } },
  }),
);
check(found.body.items.length === 1 && found.body.nextCursor === null, "the list to find one customer");

const contact = of(
  await customers.POST("/api/v1/contacts", { body: { customerId: id, familyName: "Okafor", givenName: null } }),
);
check(contact.body.customerId === id, "a contact of the customer");

const product = of(
  await orders.POST("/api/v1/products", {
    body: { sku: `TS-${run}`, name: "Bell", price: { amount: "12.30", currency: "EUR" } },
  }),
);
check(product.body.price.amount === "12.30", "the price as it was sent");

const history = of(await customers.GET("/api/v1/customers/{id}/history", { params: { path: { id } } }));
check(history.body.items.map((entry) => entry.action).join() === "registered,changed", "two entries of history");
check(Array.isArray(of(await migrations.GET("/api/v1/migrations/jobs")).body.items), "a list of jobs");
console.log("The TypeScript client ran the happy path");
