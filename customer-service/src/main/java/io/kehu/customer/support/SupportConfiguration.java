package io.kehu.customer.support;

import java.time.Instant;

import io.kehu.customer.reference.ContactOfCustomer;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordFields;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;
import io.kehu.platform.record.Referable;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Declares calendars, agreements and cases.
 */
@Configuration(proxyBeanMethods = false)
class SupportConfiguration {

	static final RecordEvents CALENDAR_EVENTS = RecordEvents.of("kehu.calendars", "calendar", "added");

	static final RecordEvents AGREEMENT_EVENTS = RecordEvents.of("kehu.agreements", "agreement", "added");

	@Bean
	RecordStore<CalendarDetails, Calendar, CalendarView> calendars(RecordStores stores, ServiceLevels levels) {
		return stores.of(Calendar.class, Calendar::new, CALENDAR_EVENTS)
			.permission("calendar")
			.grantedLike("customer")
			.unique("name", CalendarDetails::name, (calendar) -> calendar.details().name())
			.check((candidate) -> candidate.details().check())
			.entails(levels::calendarChanged)
			.fields((fields) -> fields.name("name", (calendar) -> calendar.details().name())
				.unsortedText("timeZone", "time_zone")
				.search("search_text_of(r.name)"))
			.build();
	}

	@Bean
	RecordStore<AgreementDetails, Agreement, AgreementView> agreements(RecordStores stores, ServiceLevels levels,
			@Qualifier("calendars") Referable calendars) {
		return stores.of(Agreement.class, Agreement::new, AGREEMENT_EVENTS)
			.permission("agreement")
			.grantedLike("customer")
			.unique("name", AgreementDetails::name, (agreement) -> agreement.details().name())
			.references("calendarId", AgreementDetails::calendarId, calendars)
			.entails(levels::agreementChanged)
			.fields((fields) -> fields.name("name", (agreement) -> agreement.details().name())
				.reference("calendarId")
				.search("search_text_of(r.name)"))
			.build();
	}

	@Bean
	RecordStore<CaseDetails, SupportCase, CaseView> cases(RecordStores stores, CaseNumbers numbers, JdbcTemplate jdbc,
			@Qualifier("customers") Referable customers, @Qualifier("contacts") Referable contacts,
			@Qualifier("agreements") Referable agreements) {
		return stores
			.of(SupportCase.class, (details, now) -> new SupportCase(numbers.next(), details, now), CaseEvent.EVENTS)
			.accessFrom("customerId", CaseDetails::customerId, customers)
			.references("contactId", CaseDetails::contactId, contacts)
			.references("agreementId", CaseDetails::agreementId, agreements)
			.checkChunk(new ContactOfCustomer<>(jdbc, CaseDetails::customerId, CaseDetails::contactId))
			.intent("respond", SupportCase::respond)
			.intent("wait", SupportCase::await)
			.intent("resume", SupportCase::resume)
			.intent("resolve", SupportCase::resolve)
			.intent("close", SupportCase::close)
			.intent("reopen", SupportCase::reopen)
			.fields(SupportConfiguration::declare)
			.build();
	}

	private static void declare(RecordFields<SupportCase> fields) {
		fields.number("number", SupportCase::number)
			.enumeration("status", CaseStatus.class)
			.enumeration("priority", Priority.class)
			.enumeration("origin", CaseOrigin.class)
			.unsortedText("subject", "subject")
			.reference("customerId")
			.reference("contactId")
			.reference("agreementId")
			.reference("assigneeId")
			.reference("assignedTeamId")
			.optionalInstant("firstResponseDueAt", (record) -> due(record.view().firstResponse()))
			.optionalInstant("resolutionDueAt", (record) -> due(record.view().resolution()))
			.search("r.search_text");
	}

	private static @Nullable Instant due(@Nullable ClockState clock) {
		return (clock != null) ? clock.dueAt() : null;
	}

}
