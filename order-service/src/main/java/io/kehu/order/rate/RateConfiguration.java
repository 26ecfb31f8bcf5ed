package io.kehu.order.rate;

import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares exchange rates.
 */
@Configuration(proxyBeanMethods = false)
class RateConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.exchange-rates", "exchange-rate", "published");

	@Bean
	RecordStore<RateSheetDetails, RateSheet, RateSheetView> exchangeRateSheets(RecordStores stores) {
		return stores.of(RateSheet.class, RateSheet::new, EVENTS)
			.permission("exchange-rate")
			.grantedLike("product")
			.unique("day", RateSheetDetails::day, RateSheet::day)
			.check((candidate) -> candidate.details().check())
			.fields((fields) -> fields.date("day", RateSheet::day)
				.unsortedText("base", "base")
				.unsortedText("source", "source"))
			.build();
	}

}
