package io.kehu.order.order;

import java.util.List;
import java.util.UUID;

import io.kehu.order.opportunity.HiddenOpportunity;
import io.kehu.platform.test.contract.HiddenRecords;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of the service, called for orders of another user and for products.
 */
class HiddenOrderTests extends OrderFixture {

	private static final String PRODUCTS = "/api/v1/products";

	private final UUID stranger = UUID.randomUUID();

	private final String secret = "s" + UUID.randomUUID().toString().replace("-", "");

	private final String clientNumber = UUID.randomUUID().toString();

	private HiddenOpportunity opportunity;

	private String opportunitiesSince;

	@BeforeEach
	void addOpportunity() {
		this.opportunitiesSince = this.anyone.as("opportunity:read")
			.get("/api/v1/opportunities/changes?since=now")
			.expect(200)
			.json()
			.get("next")
			.asString();
		this.opportunity = new HiddenOpportunity(this.anyone, this.customer, this.secret);
	}

	private HiddenRecords hidden(HttpAnswer order, String since) {
		HiddenRecords walk = new HiddenRecords(this.secret);
		this.opportunity.addTo(walk, this.opportunitiesSince, this.stranger);
		String line = "\"lines\": [{\"sku\": \"%s\", \"quantity\": 1}]".formatted(this.sku);
		String valid = "{\"sku\": \"%s\", \"name\": \"x\", \"price\": {\"amount\": \"1\", \"currency\": \"EUR\"}}"
			.formatted(this.sku);
		String id = order.json().get("id").asString();
		return walk.at(PATH + "/{id}", id)
			.with("POST /api/v1/orders",
					"{\"customerId\": \"%s\", \"clientOrderNumber\": \"%s\", %s}".formatted(this.customer,
							this.clientNumber, line))
			.with("POST /api/v1/orders/bulk",
					"{\"customerId\": \"%s\", \"clientOrderNumber\": \"%s\", %s}".formatted(this.customer,
							this.clientNumber, line))
			.with("POST /api/v1/orders/batch-get", "{\"ids\": [\"%s\"]}".formatted(id))
			.with("PATCH /api/v1/orders/{id}", "{\"orderDate\": \"2026-01-01\"}")
			.with("POST /api/v1/orders/{id}/return", "{\"lines\": [{\"lineNo\": 1, \"quantity\": 1}]}")
			.with("POST /api/v1/orders/{id}/hold", "{\"reason\": \"x\"}")
			.with("PUT /api/v1/orders/{id}/shares",
					"{\"userId\": \"%s\", \"permission\": \"write\"}".formatted(this.stranger))
			.asking("DELETE /api/v1/orders/{id}/shares", "userId=" + this.stranger)
			.asking("GET /api/v1/orders", "id=" + id)
			.asking("GET /api/v1/orders/export", "format=ndjson&id=" + id)
			.asking("GET /api/v1/orders/changes", "since=" + since)
			.at(PRODUCTS + "/{id}", this.product)
			.at("/api/v1/payments/{id}", this.product)
			.at("/api/v1/payment-notifications/{provider}", "unknown")
			.at("/api/v1/invoices/{id}", this.product)
			.at("/api/v1/quotes/{id}", this.product)
			.at("/api/v1/tax-classes/{id}", this.product)
			.at("/api/v1/categories/{id}", this.product)
			.at("/api/v1/price-lists/{id}", this.product)
			.at("/api/v1/prices/{id}", this.product)
			.at("/api/v1/stock-levels/{id}", this.product)
			.at(PRODUCTS + "/by-external-id/{system}", "sku")
			.at(PRODUCTS + "/by-external-id/{system}/{externalId}", this.sku)
			.with("PUT /api/v1/products/by-external-id/{system}/{externalId}", valid)
			.with("PATCH /api/v1/products/by-external-id/{system}/{externalId}", valid)
			.with("POST /api/v1/products", valid)
			.with("POST /api/v1/products/bulk", valid)
			.with("POST /api/v1/products/batch-get", "{\"ids\": [\"%s\"]}".formatted(this.product));
	}

	private HttpProbe as(String scope) {
		return this.anyone.as(
				TestToken
					.user(this.stranger, "order:read" + scope, "order:write" + scope, "opportunity:read" + scope,
							"opportunity:write" + scope)
					.teams(UUID.randomUUID().toString()));
	}

	@Test
	void areNeitherShownNorChanged() {
		String since = this.http.get(PATH + "/changes?since=now").expect(200).json().get("next").asString();
		this.http.patch(PRODUCTS + "/" + this.product, "*", "{\"name\": \"%s\"}".formatted(this.secret)).expect(200);
		HttpAnswer order = order("\"status\": \"draft\", \"clientOrderNumber\": \"%s\"".formatted(this.clientNumber));
		assertThat(order.body()).as("the description of its line").contains(this.secret);
		List<String> before = state(order);
		for (HttpProbe caller : List.of(as(":own"), as(":team"), this.anyone.as("customer:read"))) {
			assertThat(hidden(order, since).walk(caller)).isGreaterThan(15);
		}
		assertThat(state(order)).isEqualTo(before);
	}

	private List<String> state(HttpAnswer order) {
		return List.of(this.opportunity.state(), this.http.get(order.header("Location")).expect(200).body(),
				this.http.get(order.header("Location") + "/shares").expect(200).body(),
				this.http.get(PRODUCTS + "/" + this.product).expect(200).body());
	}

}
