package io.kehu.platform.permission;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.outbox.OutgoingEvent;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Announces the permissions of the service at each start, through the outbox: neither
 * Kafka nor auth-service needs to be there.
 */
final class PermissionAnnouncer implements SmartInitializingSingleton, ApplicationListener<ApplicationReadyEvent> {

	private final String service;

	private final ObjectProvider<PermissionSource> sources;

	private final Outbox outbox;

	private final TransactionOperations transactions;

	private final Clock clock;

	PermissionAnnouncer(String service, ObjectProvider<PermissionSource> sources, Outbox outbox,
			TransactionOperations transactions, Clock clock) {
		this.service = service;
		this.sources = sources;
		this.outbox = outbox;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!permissions().isEmpty()) {
			this.outbox.publishes(topic());
		}
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		List<AnnouncedPermission> permissions = permissions();
		if (!permissions.isEmpty()) {
			UUID key = UUID.nameUUIDFromBytes(this.service.getBytes(StandardCharsets.UTF_8));
			OutgoingEvent announced = new OutgoingEvent(topic(), Announcement.TYPE, key, this.clock.millis(),
					new Announcement(this.service, permissions));
			this.transactions.executeWithoutResult((transaction) -> this.outbox.append(announced));
		}
	}

	private String topic() {
		return Announcement.TOPICS + this.service;
	}

	/**
	 * Returns the permissions by name.
	 * @throws IllegalStateException if the sources contradict each other
	 */
	private List<AnnouncedPermission> permissions() {
		TreeMap<String, AnnouncedPermission> byName = new TreeMap<>();
		this.sources.orderedStream().flatMap((source) -> source.permissions().stream()).forEach((permission) -> {
			AnnouncedPermission other = byName.put(permission.name(), permission);
			if (other != null && !other.equals(permission)) {
				throw new IllegalStateException(
						"%s is declared as %s and as %s".formatted(permission.name(), permission, other));
			}
		});
		return List.copyOf(byName.values());
	}

}
