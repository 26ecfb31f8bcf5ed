package io.kehu.order.tax;

import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares tax classes.
 */
@Configuration(proxyBeanMethods = false)
class TaxConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.products", "tax-class", "added");

	@Bean
	RecordStore<TaxClassDetails, TaxClass, TaxClassView> taxClasses(RecordStores stores) {
		return stores.of(TaxClass.class, TaxClass::new, EVENTS)
			.permission("tax")
			.grantedLike("product")
			.unique("code", TaxClassDetails::code, (taxClass) -> taxClass.details().code())
			.fields((fields) -> fields.text("code", (taxClass) -> taxClass.details().code())
				.name("name", (taxClass) -> taxClass.details().name())
				.number("rate", (taxClass) -> taxClass.details().rate())
				.search("search_text_of(r.code || ' ' || r.name)"))
			.build();
	}

}
