package io.kehu.auth.right;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.kehu.platform.inbox.EventConsumer;
import io.kehu.platform.inbox.IncomingEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Follows the announcements of all services. Each has a topic of its own, which only it
 * may write to, so the name of the topic says who announces.
 */
@Component
class PermissionAnnouncements implements EventConsumer {

	private static final String PREFIX = "kehu.permissions.";

	private final CatalogueGrowth catalogue;

	PermissionAnnouncements(CatalogueGrowth catalogue) {
		this.catalogue = catalogue;
	}

	@Override
	public String name() {
		return "permissions";
	}

	@Override
	public Set<String> topics() {
		return Set.of();
	}

	@Override
	public Pattern topicPattern() {
		return Pattern.compile(Pattern.quote(PREFIX) + "[a-z][a-z0-9-]*");
	}

	@Override
	public void accept(List<IncomingEvent> events) {
		events.stream().filter((event) -> !event.tombstone()).forEach((event) -> {
			List<LearntPermission> permissions = event.data(Announcement.class).permissions();
			this.catalogue.learn(event.topic().substring(PREFIX.length()),
					(permissions != null) ? permissions : List.of());
		});
	}

	/**
	 * The permissions of one service.
	 */
	private record Announcement(@Nullable List<LearntPermission> permissions) {
	}

}
