package io.kehu.order.opportunity;

import java.time.Duration;
import java.util.UUID;

import io.kehu.order.PublishedEvents;
import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How opportunities follow converted leads and merged customers.
 */
class OpportunityFollowingTests extends OpportunityFixture {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Autowired
	private Infrastructure infrastructure;

	@Autowired
	private JdbcTemplate jdbc;

	private void lead(UUID lead, long version, @Nullable UUID opportunity, boolean undone) {
		ObjectNode data = JsonMapper.shared().createObjectNode();
		data.put("id", lead.toString()).put("version", version).put("unknown", true);
		data.put("ownerId", this.customer.toString());
		ObjectNode conversion = data.putObject("conversion");
		conversion.put("id", UUID.randomUUID().toString())
			.put("customerId", this.customer.toString())
			.putNull("contactId")
			.put("convertedAt", "2026-01-01T00:00:00Z");
		if (undone) {
			conversion.put("undoneAt", "2026-01-02T00:00:00Z");
		}
		if (opportunity != null) {
			ObjectNode wanted = conversion.putObject("opportunity");
			wanted.put("id", opportunity.toString()).put("name", "Tea from a lead");
			wanted.put("expectedCloseOn", "2026-04-01");
			wanted.putObject("amount").put("amount", "75").put("currency", "EUR");
		}
		PublishedEvents.publish(this.infrastructure, "kehu.leads",
				"io.kehu.lead." + (undone ? "unconverted" : "converted") + ".v1", data);
	}

	private void awaitStatus(UUID id, int status) {
		await().atMost(PATIENCE).until(() -> this.http.get(PATH + "/" + id).status() == status);
	}

	@Test
	void aConvertedLeadOpensOneOpportunity() {
		UUID lead = UUID.randomUUID();
		UUID opportunity = UUID.randomUUID();
		lead(lead, 1, opportunity, false);
		awaitStatus(opportunity, 200);
		JsonNode opened = this.http.get(PATH + "/" + opportunity).expect(200).json();
		assertThat(opened.get("leadId").asString()).isEqualTo(lead.toString());
		assertThat(opened.get("customerId").asString()).isEqualTo(this.customer.toString());
		assertThat(opened.get("ownerId").asString()).isEqualTo(this.customer.toString());
		assertThat(opened.get("expectedCloseOn").asString()).isEqualTo("2026-04-01");
		assertThat(opened.at("/amount/amount").asString()).isEqualTo("75.00");
		lead(lead, 2, opportunity, false);
		UUID marker = UUID.randomUUID();
		lead(lead, 3, marker, false);
		awaitStatus(marker, 200);
		this.events.awaitExactly("kehu.opportunities", opportunity.toString(), "io.kehu.opportunity.opened.v1",
				"io.kehu.opportunity.deleted.v1");
	}

	@Test
	void anUndoneConversionWithdrawsIt() {
		UUID lead = UUID.randomUUID();
		UUID opportunity = UUID.randomUUID();
		lead(lead, 1, opportunity, false);
		awaitStatus(opportunity, 200);
		lead(lead, 2, opportunity, true);
		awaitStatus(opportunity, 404);
		lead(lead, 3, null, false);
		UUID second = UUID.randomUUID();
		lead(lead, 4, second, false);
		awaitStatus(second, 200);
		this.http.patch(PATH + "/" + second, "*", "{\"name\": \"Touched\"}").expect(200);
		lead(lead, 5, second, true);
		UUID other = UUID.randomUUID();
		lead(UUID.randomUUID(), 1, other, false);
		awaitStatus(other, 200);
		await().atMost(PATIENCE)
			.until(() -> !this.jdbc
				.queryForList("select 1 from inbox where consumer like '%lead-conversion' and key = ? and version = 5",
						lead)
				.isEmpty());
		this.http.get(PATH + "/" + second).expect(200);
	}

	private ObjectNode customerEvent(String event, UUID id, long version) {
		ObjectNode data = EventContract.sampleOf("customer-service", "io.kehu.customer." + event + ".v1");
		data.put("id", id.toString()).put("version", version).put("name", "Merging");
		data.putArray("externalIds");
		return data;
	}

	private UUID registered() {
		UUID id = UUID.randomUUID();
		publish(customerEvent("registered", id, 0));
		await().atMost(PATIENCE)
			.until(() -> !this.jdbc.queryForList("select 1 from customer_replica where id = ?", id).isEmpty());
		return id;
	}

	private void publish(ObjectNode data) {
		PublishedEvents.publish(this.infrastructure, "kehu.customers", "io.kehu.customer.changed.v1", data);
	}

	private void merge(UUID id, long version, @Nullable UUID survivor) {
		ObjectNode data = customerEvent((survivor != null) ? "merged" : "registered", id, version);
		if (survivor != null) {
			data.put("mergedInto", survivor.toString());
		}
		publish(data);
	}

	private HttpAnswer openAt(UUID at) {
		return this.http.post(PATH, body("").replace(this.customer.toString(), at.toString())).expect(201);
	}

	private void awaitCustomer(HttpAnswer opportunity, UUID expected) {
		await().atMost(PATIENCE)
			.until(() -> this.http.get(opportunity.header("Location"))
				.expect(200)
				.json()
				.get("customerId")
				.asString()
				.equals(expected.toString()));
	}

	@Test
	void mergedCustomersTakeThemAlongWhateverTheOrderOfTheEvents() {
		UUID last = registered();
		UUID middle = registered();
		UUID first = registered();
		HttpAnswer ofFirst = openAt(first);
		HttpAnswer ofMiddle = openAt(middle);
		merge(middle, 1, last);
		merge(first, 1, middle);
		awaitCustomer(ofFirst, last);
		awaitCustomer(ofMiddle, last);
		assertThat(this.http.post(PATH, body("").replace(this.customer.toString(), first.toString()))
			.expect(400)
			.json()
			.at("/errors/0/code")
			.asString()).isEqualTo("merged");
		merge(middle, 2, null);
		awaitCustomer(ofMiddle, middle);
		awaitCustomer(ofFirst, middle);
		merge(first, 2, null);
		awaitCustomer(ofFirst, first);
		assertThat(
				this.jdbc.queryForList("select 1 from opportunity_origin where opportunity_id = ?::uuid", id(ofFirst)))
			.isEmpty();
	}

	@Test
	void oneThatWasGivenToAnotherCustomerStaysThere() {
		UUID survivor = registered();
		UUID merged = registered();
		HttpAnswer given = openAt(merged);
		HttpAnswer staying = openAt(merged);
		merge(merged, 1, survivor);
		awaitCustomer(given, survivor);
		awaitCustomer(staying, survivor);
		this.http.patch(given.header("Location"), "*", "{\"customerId\": \"%s\"}".formatted(this.customer)).expect(200);
		merge(merged, 2, null);
		awaitCustomer(staying, merged);
		awaitCustomer(given, this.customer);
	}

}
