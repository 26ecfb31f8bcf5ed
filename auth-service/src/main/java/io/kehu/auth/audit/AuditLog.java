package io.kehu.auth.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.history.Change;
import io.kehu.platform.id.Ids;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the audit log, in the transaction of the audited action where there is one.
 */
@Component
public class AuditLog {

	private static final String SYSTEM = "system";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	AuditLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Records the change of a record, for example as {@code user.locked} for the event
	 * {@code io.kehu.user.locked.v1}, together with the changed fields.
	 */
	public void append(RecordChange change) {
		JsonNode before = (change.before() != null) ? this.json.valueToTree(change.before()) : null;
		JsonNode after = this.json.valueToTree(change.after());
		String action = change.type().replaceFirst("^io\\.kehu\\.", "").replaceFirst("\\.v\\d+$", "");
		insert(action, change.id(), change.version(), actor(), Map.of("changes", Change.between(before, after)));
	}

	/**
	 * Records an action of the caller.
	 * @param action the action, such as {@code user.password-changed}
	 * @param subject the id of the affected record, or null
	 * @param details further details, never a secret
	 */
	public void append(String action, @Nullable UUID subject, Map<String, ?> details) {
		insert(action, subject, null, actor(), details);
	}

	/**
	 * Records an action of a user who is not (yet) authenticated at the API, such as a
	 * login.
	 */
	public void append(String action, UUID person, String username, Map<String, ?> details) {
		insert(action, person, null, new Actor(username, person.toString()), details);
	}

	private static Actor actor() {
		Optional<Caller> caller = Callers.find();
		return caller.map((found) -> new Actor(found.getName(), found.subject())).orElse(new Actor(SYSTEM, null));
	}

	private void insert(String action, @Nullable UUID subject, @Nullable Long version, Actor actor,
			Map<String, ?> details) {
		this.jdbc.sql("""
				insert into audit_log (id, at, actor, actor_id, action, subject_id, subject_version, details)
				values (:id, :at, :actor, :actorId, :action, :subject, :version, cast(:details as jsonb))""")
			.param("id", Ids.next())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("actor", actor.name())
			.param("actorId", actor.id())
			.param("action", action)
			.param("subject", subject)
			.param("version", version)
			.param("details", this.json.writeValueAsString(details))
			.update();
	}

	/**
	 * The actor of an entry.
	 */
	private record Actor(String name, @Nullable String id) {
	}

}
