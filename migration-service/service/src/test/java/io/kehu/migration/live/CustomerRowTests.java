package io.kehu.migration.live;

import java.util.List;
import java.util.Map;

import io.kehu.migration.matching.RecordReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerRowTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final JsonNode ADA = JSON.readTree("""
			{"name": "Ada Lovelace", "emails": [{"address": "Ada@Example.org", "primary": true}],
			 "phones": [{"number": "+4430901820", "primary": true}],
			 "addresses": [{"line1": "1 Main Street", "city": "London", "country": "GB"}],
			 "externalIds": [{"system": "old", "id": "k1"}]}""");

	private static CustomerRow row(Map<CustomerField, String> values, String... keys) {
		return new CustomerRow(values, List.of(keys).stream().map((key) -> new RecordReference("old", key)).toList());
	}

	private static JsonNode patch(CustomerRow row) {
		return row.patch(JSON, ADA);
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
			.details(JSON, "person");
		assertThat(details).isEqualTo(JSON.readTree("""
				{"kind": "person", "name": "Ada", "emails": [{"address": "ada@example.org", "primary": true}],
				 "phones": [], "externalIds": [{"system": "old", "id": "k1"}]}"""));
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
