package io.kehu.platform.webhook;

import java.time.Clock;
import java.util.List;

import io.kehu.platform.history.History;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.permission.AnnouncedPermission;
import io.kehu.platform.permission.PermissionSource;
import io.kehu.platform.query.Cursors;
import io.kehu.platform.sealing.SealedRows;
import io.kehu.platform.sealing.Sealing;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Auto-configuration for webhooks, for services with this module.
 */
@AutoConfiguration(
		afterName = { "io.kehu.platform.history.HistoryAutoConfiguration",
				"io.kehu.platform.query.QueryAutoConfiguration", "io.kehu.platform.json.JsonAutoConfiguration" },
		beforeName = "io.kehu.platform.record.RecordAutoConfiguration")
@EnableConfigurationProperties(WebhookProperties.class)
public class WebhookAutoConfiguration {

	@Bean
	AddressRules webhookAddresses(WebhookProperties properties) {
		return new AddressRules(properties.allowed());
	}

	@Bean
	WebhookSender webhookSender(AddressRules rules) {
		return new WebhookSender(rules);
	}

	@Bean
	WebhookStore webhookStore(JdbcTemplate jdbc, Sealing sealing) {
		return new WebhookStore(jdbc, sealing);
	}

	@Bean
	WebhookSecretPlace webhookSecrets(SealedRows rows, WebhookStore store) {
		return new WebhookSecretPlace(rows, store);
	}

	@Bean
	DeliveryStore webhookDeliveryStore(JdbcTemplate jdbc) {
		return new DeliveryStore(jdbc);
	}

	@Bean
	WebhookPublisher webhookPublisher(WebhookStore webhooks, DeliveryStore deliveries, Environment environment,
			JsonMapper json, Clock clock) {
		return new WebhookPublisher(webhooks, deliveries, service(environment), json, clock);
	}

	@Bean
	WebhookDeliveries webhookDeliveries(WebhookStore webhooks, DeliveryStore deliveries, WebhookSender sender,
			WebhookProperties properties, Clock clock) {
		return new WebhookDeliveries(webhooks, deliveries, sender, properties.kept(), clock);
	}

	@Bean
	WebhookTools webhookTools(AddressRules rules, WebhookProperties properties, History history, RequestJson requests,
			JsonMapper json, Cursors cursors, PlatformTransactionManager transactions, Clock clock) {
		return new WebhookTools(rules, properties.rotation(), history, requests, json, cursors,
				new TransactionTemplate(transactions), clock);
	}

	@Bean
	WebhookService webhookService(WebhookStore webhooks, DeliveryStore deliveries, WebhookTools tools) {
		return new WebhookService(webhooks, deliveries, tools);
	}

	@Bean
	WebhookController webhookController(WebhookService webhooks, Environment environment) {
		return new WebhookController(webhooks, service(environment));
	}

	@Bean
	PermissionSource webhookPermissions() {
		return () -> List.of(AnnouncedPermission.of("webhook:read", "See webhooks and their deliveries"),
				AnnouncedPermission.of("webhook:write", "Declare webhooks, which receive all events of a service"));
	}

	private static String service(Environment environment) {
		return environment.getProperty("spring.application.name", "application");
	}

}
