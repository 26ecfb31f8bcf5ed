package io.kehu.customer.activity;

import io.kehu.customer.reference.ContactOfCustomer;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.json.Texts;
import io.kehu.platform.mail.Mailer;
import io.kehu.platform.query.ValueConditions;
import io.kehu.platform.record.RecordFields;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;
import io.kehu.platform.record.Referable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Declares activities.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IncomingMailProperties.class)
class ActivityConfiguration {

	@Bean
	RecordStore<ActivityDetails, Activity, ActivityView> activities(RecordStores stores, JdbcTemplate jdbc,
			Mailer mailer, @Qualifier("customers") Referable customers, @Qualifier("contacts") Referable contacts) {
		return stores.of(Activity.class, Activity::new, ActivityEvent.EVENTS)
			.accessFrom("customerId", ActivityDetails::customerId, customers)
			.references("contactId", ActivityDetails::contactId, contacts)
			.checkChunk(new ContactOfCustomer<>(jdbc, ActivityDetails::customerId, ActivityDetails::contactId))
			.check(new ActivityRules())
			.intent("complete", Activity::complete)
			.intent("reopen", Activity::reopen)
			.intent("send", (activity, now) -> activity.send(mailer.sender(), now))
			.fields(ActivityConfiguration::declare)
			.build();
	}

	private static void declare(RecordFields<Activity> fields) {
		fields.enumeration("kind", ActivityKind.class)
			.enumeration("visibility", Visibility.class)
			.enumeration("direction", Direction.class)
			.enumeration("delivery", DeliveryStatus.class)
			.reference("customerId")
			.reference("contactId")
			.reference("assigneeId")
			.unsortedText("subject", "subject")
			.optionalInstant("occursAt", (activity) -> activity.details().occursAt())
			.optionalInstant("dueAt", (activity) -> activity.details().dueAt())
			.optionalInstant("completedAt", (activity) -> activity.view().completedAt())
			.several("email",
					new ValueConditions("r.email_addresses @> to_jsonb(lower(cast(:value as text)))", null,
							"r.email_addresses is null"),
					Texts::visible)
			.several("messageId", new ValueConditions("r.message_id = :value", null, "r.message_id is null"))
			.personal("email")
			.search("r.search_text");
	}

}
