package io.kehu.customer.customer;

import java.util.Collections;
import java.util.List;

import io.kehu.platform.problem.FieldErrors;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.kehu.customer.customer.CustomerFixture.details;
import static org.assertj.core.api.Assertions.assertThat;

class CustomerDetailsValidationTests {

	private static ValidatorFactory factory;

	private static Validator validator;

	@BeforeAll
	static void open() {
		factory = Validation.buildDefaultValidatorFactory();
		validator = factory.getValidator();
	}

	@AfterAll
	static void close() {
		factory.close();
	}

	private static List<String> errors(String fields) {
		return FieldErrors.of(validator.validate(details(fields)))
			.stream()
			.map((error) -> error.pointer() + " " + error.code())
			.toList();
	}

	@Test
	void acceptsACustomerWithAllItsFields() {
		assertThat(
				errors("""
						"kind": "person", "givenName": "Ada", "familyName": "Lovelace", "birthDate": "1815-12-10",
						"emails": [{"address": "ada@example.org", "type": "work", "primary": true}, {"address": "ä@exämple.org"}],
						"phones": [{"number": "+44 20 7946 0958", "type": "mobile", "primary": true}],
						"addresses": [{"line1": "12 St James's Square", "city": "London", "country": "GB"}],
						"taxNumber": "GB 123/4-5.6", "tags": ["mathematics"],
						"customFields": {"engine": "analytical", "cards": 25, "built": false, "cost": 1.50, "none": null},
						"externalIds": [{"system": "legacy-1", "id": "1"}]"""))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					"emails": [{"address": "nobody"}]                                 | /emails/0/address     | invalid_email
					"emails": [{"address": "a@b"}]                                    | /emails/0/address     | invalid_email
					"emails": [null]                                                  | /emails/0             | required
					"emails": [{"address": "a@b.cd", "type": "At Work"}]              | /emails/0/type        | invalid_format
					"emails": [{"address": "a@b.cd", "primary": true}, {"address": "c@b.cd", "primary": true}] | /emails | one_primary
					"phones": [{"number": "12"}]                                      | /phones/0/number      | international_phone
					"phones": [{"number": "030 12345"}]                               | /phones/0/number      | international_phone
					"phones": [{"number": "+493012345", "primary": true}, {"number": "+493012346", "primary": true}] | /phones | one_primary
					"addresses": [{"country": "Germany"}]                             | /addresses/0/country  | country_code
					"addresses": [{"country": "de"}]                                  | /addresses/0/country  | country_code
					"addresses": [{"city": "Berlin"}]                                 | /addresses/0/country  | required
					"birthDate": "2999-01-01"                                         | /birthDate            | invalid_date
					"taxNumber": "1;2"                                                | /taxNumber            | invalid_format
					"tags": [""]                                                      | /tags/0               | required
					"customFields": {"a b": 1}                                        | /customFields/a b     | invalid_format
					"customFields": {"a": {"b": 1}}                                   | /customFields/a       | consistent_customer
					"customFields": {"a": [1]}                                        | /customFields/a       | consistent_customer
					"externalIds": [{"system": "ERP", "id": "1"}]                     | /externalIds/0/system | invalid_format
					"externalIds": [{"system": "erp", "id": ""}]                      | /externalIds/0/id     | invalid_length
					""")
	void namesTheFieldAndTheRule(String fields, String pointer, String code) {
		assertThat(errors("\"kind\": \"person\", \"name\": \"x\", " + fields)).containsExactly(pointer + " " + code);
	}

	@Test
	void requiresKindAndName() {
		assertThat(errors("\"status\": \"active\"")).containsExactly("/kind required", "/name required");
	}

	@Test
	void refusesABirthDateOfACompany() {
		assertThat(errors("\"kind\": \"company\", \"name\": \"x\", \"birthDate\": \"1999-01-01\""))
			.containsExactly("/birthDate consistent_customer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "givenName", "familyName", "taxNumber" })
	void limitsTheLengthOfTexts(String field) {
		assertThat(errors("\"kind\": \"person\", \"name\": \"x\", \"%s\": \"%s\"".formatted(field, "9".repeat(201))
			.replace("\"name\": \"x\", \"name\"", "\"name\""))).containsExactly("/" + field + " invalid_length");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			emails      | 20 | {"address": "a@b.cd"}
			phones      | 20 | {"number": "+493012345"}
			addresses   | 20 | {"country": "DE"}
			tags        | 50 | "t"
			externalIds | 20 | {"system": "erp", "id": "1"}
			""")
	void limitsTheLengthOfLists(String field, int most, String element) {
		String fields = "\"kind\": \"person\", \"name\": \"x\", \"%s\": [%s]";
		assertThat(errors(fields.formatted(field, String.join(",", Collections.nCopies(most, element))))).isEmpty();
		assertThat(errors(fields.formatted(field, String.join(",", Collections.nCopies(most + 1, element)))))
			.containsExactly("/" + field + " invalid_length");
	}

	@Test
	void limitsTheLengthOfCustomValues() {
		assertThat(errors(
				"\"kind\": \"person\", \"name\": \"x\", \"customFields\": {\"a\": \"%s\"}".formatted("v".repeat(1001))))
			.containsExactly("/customFields/a consistent_customer");
	}

}
