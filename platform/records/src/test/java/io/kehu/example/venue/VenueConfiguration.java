package io.kehu.example.venue;

import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares venues.
 */
@Configuration(proxyBeanMethods = false)
class VenueConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.venues", "venue", "added", Venue.CLOSED);

	@Bean
	RecordStore<VenueDetails, Venue, VenueView> venues(RecordStores stores) {
		return stores.of(Venue.class, Venue::new, EVENTS)
			.unique("code", VenueDetails::code, (venue) -> venue.details().code())
			.intent("close", Venue::close)
			.fields((fields) -> fields.text("code", (venue) -> venue.details().code())
				.text("name", (venue) -> venue.details().name())
				.number("seats", (venue) -> venue.details().seats())
				.bool("open")
				.search("lower(r.code || ' ' || r.name)"))
			.cached("venues")
			.build();
	}

}
