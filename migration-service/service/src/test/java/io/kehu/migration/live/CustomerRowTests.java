package io.kehu.migration.live;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.kehu.migration.matching.RecordReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerRowTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final JsonNode ADA = JSON.readTree("""
			{"name": "Ada Lovelace", "emails": [{"address": "Ada@Example.org", "primary": true}],
			 "phones": [{"number": "+4430901820", "primary": true}],
			 "addresses": [{"line1": "1 Main Street", "city": "London", "country": "GB"}],
			 "externalIds": [{"system": "old", "id": "k1"}]}""");

	private static CustomerRow row(Map<CustomerField, String> values, String... keys) {
		RowValues all = new RowValues();
		values.forEach((field, value) -> all.add(field, field.toString(), value));
		return row(all, keys);
	}

	private static CustomerRow row(RowValues values, String... keys) {
		return new CustomerRow(values, List.of(keys).stream().map((key) -> new RecordReference("old", key)).toList());
	}

	private static JsonNode patch(CustomerRow row) {
		return row.patch(JSON, ADA, false).body();
	}

	@Test
	void changesNothingThatTheCustomerHasAlready() {
		assertThat(patch(row(Map.of(CustomerField.NAME, "Ada Lovelace", CustomerField.EMAIL, "ada@example.org",
				CustomerField.PHONE, "+44 30 901-820", CustomerField.CITY, "london"), "k1"))
			.isEmpty()).isTrue();
	}

	@Test
	void addsToListsAndKeepsWhatIsThere() {
		JsonNode patch = patch(row(Map.of(CustomerField.EMAIL, "ada@lovelace.example", CustomerField.LINE1,
				"2 High Street", CustomerField.COUNTRY, "GB"), "k1", "k2"));
		assertThat(patch.at("/emails/0/address").asString()).isEqualTo("Ada@Example.org");
		assertThat(patch.at("/emails/1").toString())
			.isEqualTo("{\"address\":\"ada@lovelace.example\",\"primary\":false}");
		assertThat(patch.at("/addresses").size()).isEqualTo(2);
		assertThat(patch.at("/externalIds").toString())
			.isEqualTo("[{\"system\":\"old\",\"id\":\"k1\"},{\"system\":\"old\",\"id\":\"k2\"}]");
		assertThat(patch.has("name")).isFalse();
	}

	@Test
	void replacesPlainFieldsAndIgnoresACountryAlone() {
		JsonNode patch = patch(row(Map.of(CustomerField.NAME, "Ada King", CustomerField.COUNTRY, "FR"), "k1"));
		assertThat(patch.toString()).isEqualTo("{\"name\":\"Ada King\"}");
	}

	@Test
	void becomesANewCustomer() {
		JsonNode details = row(Map.of(CustomerField.NAME, "Ada", CustomerField.EMAIL, "ada@example.org"), "k1")
			.details(JSON, "person")
			.body();
		assertThat(details).isEqualTo(JSON.readTree("""
				{"kind": "person", "name": "Ada", "emails": [{"address": "ada@example.org", "primary": true}],
				 "phones": [], "externalIds": [{"system": "old", "id": "k1"}]}"""));
	}

	@Test
	void fillsGapsOnlyWhereTheCustomerKeepsItsValues() {
		CustomerRow row = row(Map.of(CustomerField.NAME, "Ada King", CustomerField.BIRTH_DATE, "1815-12-10",
				CustomerField.STATUS, "active", CustomerField.PHONE, "+44301"), "k1");
		RowPlan plan = row.patch(JSON, JSON.readTree(
				"""
						{"name": "Ada Lovelace", "status": "prospect", "phones": [], "externalIds": [{"system": "old", "id": "k1"}]}"""),
				true);
		assertThat(plan.body().toString())
			.isEqualTo("{\"birthDate\":\"1815-12-10\",\"phones\":[{\"number\":\"+44301\",\"primary\":true}]}");
		assertThat(plan.remark()).isEqualTo("the customer keeps its own name, status");
		assertThat(row.patch(JSON, ADA, false).body().path("name").asString()).isEqualTo("Ada King");
	}

	@Test
	void keepsAsManyKeysAsACustomerCanHave() {
		String[] keys = IntStream.range(0, 23).mapToObj((number) -> "n" + number).toArray(String[]::new);
		RowPlan created = row(Map.of(CustomerField.NAME, "Philips"), keys).details(JSON, "company");
		assertThat(created.body().get("externalIds").size()).isEqualTo(20);
		assertThat(created.remark()).isEqualTo("3 keys are not kept, since a customer has at most 20 external ids");
		assertThat(created.remark(new RecordReference("old", "n19"))).isNull();
		assertThat(created.remark(new RecordReference("old", "n20")))
			.isEqualTo("its key is not kept, since a customer has at most 20 external ids");
		RowPlan changed = row(Map.of(), keys).patch(JSON, ADA, false);
		assertThat(changed.body().get("externalIds").size()).isEqualTo(20);
		assertThat(changed.unkept()).hasSize(4);
		JsonNode full = JSON.createObjectNode().set("externalIds", created.body().get("externalIds"));
		RowPlan again = row(Map.of(), keys).patch(JSON, full, false);
		assertThat(again.isEmpty()).isTrue();
		assertThat(again.unkept()).hasSize(3);
		assertThat(row(Map.of(), "k1", "k1").patch(JSON, ADA, false).isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "emails, address, EMAIL", "phones, number, PHONE", "addresses, line1, LINE1" })
	void leavesOutWhatAFullListCannotTake(String list, String name, CustomerField field) {
		ObjectNode customer = JSON.createObjectNode();
		IntStream.range(0, 20)
			.forEach((number) -> customer.withArray(list).addObject().put(name, number + " Main Street"));
		RowPlan plan = row(Map.of(field, "21 Main Street", CustomerField.NAME, "Ada"), "k1").patch(JSON, customer,
				false);
		assertThat(plan.body().has(list)).isFalse();
		assertThat(plan.body().propertyNames()).containsExactly("name", "externalIds");
		assertThat(plan.remark()).startsWith("the customer has 20 " + list);
	}

	@Test
	void addsTheValuesOfFurtherColumnsAndRecords() {
		RowValues values = new RowValues();
		values.add(CustomerField.EMAIL, "email", "Ada@example.org");
		values.add(CustomerField.EMAIL, "mail", " ada@new.example");
		values.add(CustomerField.PHONE, "phone", "+44 30 901820");
		values.add(CustomerField.PHONE, "mobile", "+44171");
		values.add(CustomerField.NAME, "name", "Ada Lovelace");
		values.add(CustomerField.NAME, "company", "Engines Ltd");
		for (String other : List.of("n/a", "ada@old.example", "ADA@NEW.EXAMPLE", "none")) {
			assertThat(values.addMore(CustomerField.EMAIL, other)).isTrue();
		}
		assertThat(values.addMore(CustomerField.CITY, "Lund")).isFalse();

		RowPlan plan = row(values, "k1").patch(JSON, ADA, false);

		assertThat(plan.body().path("emails").valueStream().map((one) -> one.path("address").asString()))
			.containsExactly("Ada@Example.org", "ada@new.example", "ada@old.example");
		assertThat(plan.body().path("phones").valueStream().map((one) -> one.path("number").asString()))
			.containsExactly("+4430901820", "+44171");
		assertThat(plan.body().has("name")).isFalse();
		assertThat(plan.remark())
			.isEqualTo("its company (Engines Ltd) is not used, since another column gives the name");
		RowPlan created = row(values, "k1").details(JSON, "person");
		assertThat(created.body().path("emails").size()).isEqualTo(3);
		assertThat(created.body().path("emails").valueStream().filter((one) -> one.path("primary").asBoolean()))
			.hasSize(1);
		assertThat(created.remark()).isNotNull();
	}

	@Test
	void completesAnAddressInsteadOfAddingIt() {
		JsonNode whole = patch(row(Map.of(CustomerField.LINE1, "1 main street", CustomerField.CITY, "London",
				CustomerField.POSTAL_CODE, "N1", CustomerField.COUNTRY, "GB"), "k1"));
		assertThat(whole).isEqualTo(JSON.readTree("""
				{"addresses": [{"line1": "1 Main Street", "postalCode": "N1", "city": "London", "country": "GB"}]}"""));
		JsonNode other = patch(row(Map.of(CustomerField.LINE1, "1 Main Street", CustomerField.CITY, "Leeds",
				CustomerField.POSTAL_CODE, "L1", CustomerField.COUNTRY, "GB"), "k1"));
		assertThat(other.at("/addresses").size()).isEqualTo(2);
		JsonNode country = row(Map.of(CustomerField.LINE1, "1 Main Street", CustomerField.COUNTRY, "GB"), "k1")
			.patch(JSON, JSON.readTree("{\"addresses\": [{\"country\": \"GB\", \"region\": null}]}"), false)
			.body();
		assertThat(country.at("/addresses").size()).isEqualTo(2);
	}

	@Test
	void mapsColumnsByTheirNames() {
		assertThat(CustomerField.meantBy("E-Mail address")).contains(CustomerField.EMAIL);
		assertThat(CustomerField.meantBy("date of birth")).contains(CustomerField.BIRTH_DATE);
		assertThat(CustomerField.meantBy("givenName")).contains(CustomerField.GIVEN_NAME);
		assertThat(CustomerField.meantBy("colour")).isEmpty();
		assertThat(CustomerField.meantBy("#")).isEmpty();
		assertThat(CustomerField.called("postalCode")).contains(CustomerField.POSTAL_CODE);
		assertThat(CustomerField.called("zip")).isEmpty();
	}

}
