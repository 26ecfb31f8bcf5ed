package io.kehu.migration.mapping;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import io.kehu.migration.move.database.SourceText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MappingPlannerTests {

	private static final String CUSTOMERS = """
			{'name': 'customers', 'resource': 'customers', 'table': 'crm_customers', 'joins': [
			{'table': 'city', 'on': {'city_id': 'city_id'}}], 'ignored': ['vip'], 'fields': [
			{'to': '/kind', 'constant': 'person'}, {'to': '/name', 'from': ['first_name', 'last_name']},
			{'to': '/emails/0/address', 'from': ['email'], 'clean': 'email', 'invalid': 'omit'},
			{'to': '/emails/0/primary', 'constant': true},
			{'to': '/phones/0/number', 'from': ['phone'], 'clean': 'phone', 'regionFrom': 'city.country_name'},
			{'to': '/addresses/0/city', 'from': ['city.city']},
			{'to': '/addresses/0/country', 'from': ['city.country_name'], 'clean': 'country'}]}""";

	@Test
	void namesThePlaceOfEachError() {
		CrmMapping mapping = MappingJson
			.read("""
					{'format': 1, 'system': 'shop', 'ignoredTables': ['nothing'], 'entities': [
					{'name': 'a', 'resource': 'customers', 'table': 'crm_customers', 'joins': [
					{'table': 'city', 'on': {'city': 'city_id'}}], 'fields': [
					{'to': '/kind', 'from': ['nowhere']}, {'to': '/shoeSize', 'from': ['email']},
					{'to': '/name', 'constant': 'x', 'from': ['email']}, {'to': '/birthDate', 'from': ['vip'], 'zone': 'Mars'}]},
					{'name': 'b', 'resource': 'orders', 'table': 'orders', 'fields': [
					{'to': '/customerId', 'from': ['customer_id'], 'reference': 'nobody'}]}]}""");
		assertThat(MappingPlanner.plan(LegacySchemas.shop(), mapping).errors())
			.extracting((error) -> error.pointer() + " " + error.code())
			.containsExactly("/entities/0/joins/0/on several_rows", "/entities/0/fields/0/from/0 not_found",
					"/entities/0/fields/1/to unknown_field", "/entities/0/fields/2/from conflict",
					"/entities/0/fields/3/zone not_found", "/entities/1/fields/0/reference required",
					"/entities/1/lines required", "/ignoredTables/0 not_found");
	}

	@Test
	void readsEachPieceByRangesOfTheKeyBeforeItJoins() {
		EntityPlan plan = plan(CUSTOMERS);
		assertThat(plan.query().joins()).hasSize(1);
		assertThat(MappingPlanner.plan(LegacySchemas.shop(), mapping(CUSTOMERS)).unmapped())
			.containsExactly("audit_log", "order_items", "orders", "products");
	}

	@Test
	void makesRecordsOfRows() {
		MappedRow row = map("Ada", "Lovelace", " ADA@Example.org ", "030 901820", "Germany", "Berlin");
		assertThat(row.problems()).isEmpty();
		assertThat(row.document()).hasToString("""
				{"addresses":[{"city":"Berlin","country":"DE"}],\
				"emails":[{"address":"ada@example.org","primary":true}],"kind":"person","name":"Ada Lovelace",\
				"phones":[{"number":"+4930901820"}]}""");
	}

	@Test
	void leavesOutWhatConsistsOfConstantsAndOmitsInvalidValuesLoudly() {
		MappedRow row = map("Ada", null, "no address", null, null, null);
		assertThat(row.document()).hasToString("{\"kind\":\"person\",\"name\":\"Ada\"}");
		assertThat(row.omitted()).singleElement().satisfies((problem) -> {
			assertThat(problem.column()).isEqualTo("email");
			assertThat(problem.value()).isEqualTo("no address");
		});
	}

	@Test
	void rejectsWhatItCannotRead() {
		MappedRow row = map("Ada", "Lovelace", null, "12", "Atlantis", "Berlin");
		assertThat(row.problems()).extracting(RowProblem::column).containsExactly("phone", "city.country_name");
	}

	@Test
	void describesMappingsByTheirJsonSchema() throws Exception {
		try (InputStream file = getClass().getResourceAsStream("/mappings/crm-mapping.v1.schema.json")) {
			JsonNode definitions = MappingJson.MAPPER.readTree(file).get("$defs");
			for (Class<?> type : List.of(CrmMapping.class, EntityMapping.class, RowChoice.class, JoinedTable.class,
					LineMapping.class, FieldMapping.class, NewCustomField.class)) {
				assertThat(new TreeSet<>(definitions.at("/" + type.getSimpleName() + "/properties").propertyNames()))
					.as(type.getSimpleName())
					.isEqualTo(new TreeSet<>(Arrays.stream(type.getRecordComponents())
						.map((component) -> component.getName())
						.toList()));
			}
			assertThat(names(definitions.at("/EntityMapping/properties/resource/enum")))
				.isEqualTo(Arrays.toString(Resource.values()));
			assertThat(names(definitions.at("/FieldMapping/properties/clean/enum")))
				.isEqualTo(Arrays.toString(Cleaning.values()));
			assertThat(names(definitions.at("/FieldMapping/properties/type/enum")))
				.isEqualTo(Arrays.toString(ValueKind.values()));
		}
	}

	private static String names(JsonNode values) {
		return values.valueStream().filter((value) -> !value.isNull()).map(JsonNode::asString).toList().toString();
	}

	private static MappedRow map(String... values) {
		return plan(CUSTOMERS).mapper()
			.map(Arrays.stream(values)
				.map((value) -> (value != null) ? SourceText.of(value) : SourceText.NULL)
				.toList());
	}

	private static CrmMapping mapping(String entity) {
		return MappingJson.read("{'format': 1, 'system': 'shop', 'entities': [%s]}".formatted(entity));
	}

	private static EntityPlan plan(String entity) {
		MappingPlan plan = MappingPlanner.plan(LegacySchemas.shop(), mapping(entity));
		assertThat(plan.errors()).isEmpty();
		return plan.entities().get(0);
	}

}
