package io.kehu.customer.merge;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.EmailAddress;
import io.kehu.customer.customer.PhoneNumber;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.record.ExternalId;
import org.junit.jupiter.api.Test;

import static io.kehu.customer.merge.MergedCustomersFixture.company;
import static io.kehu.customer.merge.MergedCustomersFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CombinedDetailsTests {

	private static final UnaryOperator<Set<UUID>> ALL = UnaryOperator.identity();

	private static CustomerDetails combined(CustomerDetails... all) {
		return CombinedDetails.of(List.of(all), null);
	}

	@Test
	void keepsTheValuesOfTheSurvivor() {
		CustomerDetails survivor = person("""
				"name": "Ada Lovelace", "givenName": "Ada", "familyName": "Lovelace", "status": "active",
				"birthDate": "1815-12-10", "taxNumber": "1\"""");
		CustomerDetails other = person("""
				"name": "Ada King", "givenName": "Augusta", "familyName": "King", "status": "inactive",
				"birthDate": "1815-12-11", "taxNumber": "2\"""");
		assertThat(combined(survivor, other)).isEqualTo(survivor);
	}

	@Test
	void fillsGapsInTheOrderOfTheOthers() {
		CustomerDetails combined = combined(person("\"name\": \"Ada\""),
				person("\"name\": \"B\", \"taxNumber\": \"2\""),
				person("\"name\": \"C\", \"taxNumber\": \"3\", \"familyName\": \"King\", \"birthDate\": \"1815-12-10\""));
		assertThat(combined.name()).isEqualTo("Ada");
		assertThat(combined.taxNumber()).isEqualTo("2");
		assertThat(combined.familyName()).isEqualTo("King");
		assertThat(combined.birthDate()).isEqualTo("1815-12-10");
	}

	@Test
	void givesACompanyNoPersonalFields() {
		CustomerDetails combined = combined(company("\"name\": \"Acme\""),
				company("\"name\": \"Acme Ltd\", \"givenName\": \"Ada\", \"familyName\": \"King\""));
		assertThat(combined.givenName()).isNull();
		assertThat(combined.familyName()).isNull();
	}

	@Test
	void keepsOneEmailAddressPerSpellingAndOnePrimary() {
		CustomerDetails combined = combined(person(
				"\"name\": \"A\", \"emails\": [{\"address\": \"a@b.cd\", \"type\": \"work\", \"primary\": true}]"),
				person("""
						"name": "B", "emails": [{"address": "A@B.CD", "primary": true},
						{"address": "e@f.gh", "type": "home", "primary": true}]"""));
		assertThat(combined.emails()).containsExactly(new EmailAddress("a@b.cd", "work", true),
				new EmailAddress("e@f.gh", "home", false));
	}

	@Test
	void keepsThePrimaryOfAnotherWhenTheSurvivorHasNone() {
		CustomerDetails combined = combined(person("\"name\": \"A\", \"phones\": [{\"number\": \"+442079460958\"}]"),
				person("\"name\": \"B\", \"phones\": [{\"number\": \"+44 20 7946 0958\"}, {\"number\": \"+493012345\", \"primary\": true}]"));
		assertThat(combined.phones()).extracting(PhoneNumber::number, PhoneNumber::primary)
			.containsExactly(tuple("+442079460958", false), tuple("+493012345", true));
	}

	@Test
	void tellsExtensionsOfANumberApart() {
		CustomerDetails combined = combined(
				person("\"name\": \"A\", \"phones\": [{\"number\": \"+493012345 ext. 1\"}]"),
				person("\"name\": \"B\", \"phones\": [{\"number\": \"+493012345\", \"extension\": \"1\"}, {\"number\": \"+493012345\"}]"));
		assertThat(combined.phones()).extracting(PhoneNumber::number, PhoneNumber::extension)
			.containsExactly(tuple("+493012345", "1"), tuple("+493012345", null));
	}

	@Test
	void recognisesAddressesWhateverTheirCaseSpacingAndType() {
		String berlin = "{\"type\": \"%s\", \"line1\": \"%s\", \"city\": \"Berlin\", \"country\": \"DE\"}";
		CustomerDetails combined = combined(
				person("\"name\": \"A\", \"addresses\": [%s]".formatted(berlin.formatted("home", "Allee 1"))),
				person("\"name\": \"B\", \"addresses\": [%s, %s]".formatted(berlin.formatted("billing", " ALLEE 1 "),
						berlin.formatted("home", "Allee 2"))));
		assertThat(combined.addresses()).extracting("line1").containsExactly("Allee 1", "Allee 2");
	}

	@Test
	void unitesTagsCustomFieldsAndExternalIds() {
		CustomerDetails combined = combined(person("""
				"name": "A", "tags": ["key", "old"], "customFields": {"shoes": 38},
				"externalIds": [{"system": "shop", "id": "1"}]"""), person("""
				"name": "B", "tags": ["new", "key"], "customFields": {"shoes": 39, "hats": 2},
				"externalIds": [{"system": "crm", "id": "7"}]"""));
		assertThat(combined.tags()).containsExactly("key", "old", "new");
		assertThat(combined.customFields()).hasSize(2).containsEntry("shoes", 38).containsEntry("hats", 2);
		assertThat(combined.externalIds()).containsExactly(new ExternalId("crm", "7"), new ExternalId("shop", "1"));
	}

	@Test
	void keepsTheOwnershipOfTheSurvivorEvenIfItHasNone() {
		CustomerDetails owned = person("\"name\": \"B\"").ownedBy(new Ownership(UUID.randomUUID(), UUID.randomUUID()));
		assertThat(combined(person("\"name\": \"A\""), owned).ownership()).isEqualTo(Ownership.NONE);
		assertThat(combined(owned, person("\"name\": \"A\"")).ownership()).isEqualTo(owned.ownership());
	}

	@Test
	void keepsTheParentOfTheSurvivor() {
		UUID parent = UUID.randomUUID();
		assertThat(CombinedDetails.parent(List.of(child("A", parent), child("B", UUID.randomUUID())), Set.of(), ALL))
			.isEqualTo(parent);
	}

	@Test
	void takesTheFirstParentOfTheOthersOutsideTheMerge() {
		UUID involved = UUID.randomUUID();
		UUID parent = UUID.randomUUID();
		List<CustomerDetails> all = List.of(child("A", involved), person("\"name\": \"B\""), child("C", involved),
				child("D", parent), child("E", UUID.randomUUID()));
		assertThat(CombinedDetails.parent(all, Set.of(involved), ALL)).isEqualTo(parent);
		assertThat(CombinedDetails.parent(all, Set.of(involved), (ids) -> Set.of()))
			.as("out of the reach of the caller")
			.isNull();
	}

	@Test
	void hasNoParentWhenNoneHas() {
		assertThat(CombinedDetails.parent(List.of(person("\"name\": \"A\""), person("\"name\": \"B\"")), Set.of(), ALL))
			.isNull();
	}

	private static CustomerDetails child(String name, UUID parent) {
		return person("\"name\": \"%s\", \"parentId\": \"%s\"".formatted(name, parent));
	}

}
