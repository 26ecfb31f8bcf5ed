package io.kehu.migration.mapping;

import java.util.List;

import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.database.Schema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class MappingProposerTests {

	private static final JsonMapper JSON = MappingJson.MAPPER;

	@Test
	void findsCustomersProductsAndOrdersWithTheirLines() {
		MappingProposal proposal = new MappingProposer(LegacySchemas.shop(), "Old Shop").propose(JSON).orElseThrow();
		assertThat(proposal.open()).isEmpty();
		assertThat(proposal.mapping().system()).isEqualTo("old-shop");
		assertThat(proposal.mapping().inOrder()).extracting(EntityMapping::name)
			.containsExactly("products", "customers", "orders");
		JsonNode json = JSON.valueToTree(proposal.mapping());
		assertThat(json.at("/entities/1/joins/0/table").asString()).isEqualTo("city");
		EntityMapping customers = proposal.mapping().entity("customers").orElseThrow();
		assertThat(customers.fields()).extracting(FieldMapping::to)
			.contains("/givenName", "/familyName", "/emails/0/address", "/phones/0/number", "/addresses/0/city",
					"/kind");
		LineMapping lines = proposal.mapping().entity("orders").orElseThrow().lines();
		assertThat(lines).isNotNull();
		assertThat(lines.parent()).isEqualTo("order_id");
		assertThat(lines.fields()).extracting(FieldMapping::to)
			.contains("/productId", "/quantity", "/unitPrice/amount", "/unitPrice/currency");
		assertThat(proposal.reasons().toString()).contains("crm_customers", "email");
	}

	@Test
	void listsWhatItLeavesOut() {
		MappingProposal proposal = new MappingProposer(LegacySchemas.shop(), "shop").propose(JSON).orElseThrow();
		assertThat(proposal.unmapped()).containsExactly("crm_customers.vip", "audit_log", "orders.status",
				"products.discontinued");
	}

	@Test
	void proposesNothingForOtherDatabases() {
		Schema other = new Schema(DatabaseKind.POSTGRESQL, List.of(LegacySchemas.table("sensor", "id, value")));
		assertThat(new MappingProposer(other, "x").propose(JSON)).isEmpty();
	}

}
