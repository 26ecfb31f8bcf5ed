package io.kehu.customer.field;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.Candidate;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares the definitions of custom fields.
 */
@Configuration(proxyBeanMethods = false)
class CustomFieldConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.custom-fields", "custom-field", "defined");

	@Bean
	RecordStore<CustomFieldDetails, CustomField, CustomFieldView> customFieldDefinitions(RecordStores stores,
			CustomFields fields) {
		return stores.of(CustomField.class, CustomField::new, EVENTS)
			.permission("custom-field")
			.identity("key", CustomFieldDetails::key, CustomField::key)
			.check(CustomFieldConfiguration::check)
			.entails((change) -> fields.forget())
			.fields((declared) -> declared.text("key", CustomField::key)
				.number("position", CustomField::position)
				.search("search_text_of(r.key || ' ' || (r.definition ->> 'label'))"))
			.build();
	}

	private static void check(Candidate<CustomFieldDetails> candidate) {
		CustomFieldDetails before = candidate.before();
		if (before != null && before.type() != candidate.details().type()) {
			throw ProblemException.conflict("/type", "immutable", "cannot be changed; define another field");
		}
		candidate.details().check();
	}

}
