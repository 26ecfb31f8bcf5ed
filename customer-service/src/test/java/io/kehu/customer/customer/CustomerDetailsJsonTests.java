package io.kehu.customer.customer;

import java.util.UUID;

import io.kehu.platform.access.Ownership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import static io.kehu.customer.customer.CustomerFixture.JSON;
import static io.kehu.customer.customer.CustomerFixture.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CustomerDetailsJsonTests {

	@Test
	void fillsInWhatIsMissing() {
		CustomerDetails details = details("\"kind\": \"company\", \"name\": \"Acme\"");
		assertThat(details.status()).isEqualTo(CustomerStatus.PROSPECT);
		assertThat(details.emails()).isEmpty();
		assertThat(details.phones()).isEmpty();
		assertThat(details.addresses()).isEmpty();
		assertThat(details.tags()).isEmpty();
		assertThat(details.customFields()).isEmpty();
		assertThat(details.externalIds()).isEmpty();
		assertThat(details.ownership()).isEqualTo(Ownership.NONE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			" Ada L. "  | "Ada"   | "Lovelace"  | Ada L.
			null        | " Ada " | "Lovelace"  | Ada Lovelace
			"  "        | "Ada"   | "Lovelace"  | Ada Lovelace
			null        | "Ada"   | null        | Ada
			null        | "  "    | "Lovelace"  | Lovelace
			null        | null    | null        | ''
			""")
	void namesAPersonByGivenAndFamilyNameUnlessItHasAName(String name, String given, String family, String expected) {
		assertThat(details("\"kind\": \"person\", \"name\": %s, \"givenName\": %s, \"familyName\": %s".formatted(name,
				given, family))
			.name()).isEqualTo(expected);
	}

	@Test
	void holdsOwnerAndTeamBesideTheOtherFields() {
		Ownership ownership = new Ownership(UUID.randomUUID(), UUID.randomUUID());
		CustomerDetails owned = details(
				"\"kind\": \"company\", \"name\": \"Acme\", \"ownerId\": \"%s\", \"teamId\": \"%s\""
					.formatted(ownership.ownerId(), ownership.teamId()));
		assertThat(owned.ownership()).isEqualTo(ownership);
		JsonNode written = JSON.valueToTree(owned);
		assertThat(written.get("ownerId").asString()).isEqualTo(String.valueOf(ownership.ownerId()));
		assertThat(written.has("ownership")).isFalse();
		assertThat(JSON.treeToValue(written, CustomerDetails.class)).isEqualTo(owned);
		assertThatExceptionOfType(UnrecognizedPropertyException.class)
			.isThrownBy(() -> details("\"kind\": \"company\", \"ownership\": {}"));
	}

	@Test
	void copiesWithOneValueReplaced() {
		CustomerDetails acme = details("""
				"kind": "company", "name": "Acme", "tags": ["key"], "externalIds": [{"system": "crm", "id": "1"}]""");
		UUID parent = UUID.randomUUID();
		Ownership ownership = new Ownership(UUID.randomUUID(), null);
		assertThat(acme.below(parent).parentId()).isEqualTo(parent);
		assertThat(acme.below(parent).below(null)).isEqualTo(acme);
		assertThat(acme.ownedBy(ownership).ownership()).isEqualTo(ownership);
		assertThat(acme.ownedBy(ownership).ownedBy(Ownership.NONE)).isEqualTo(acme);
		assertThat(acme.with(acme.externalIds())).isEqualTo(acme);
	}

}
