package io.kehu.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.session.MapSession;
import org.springframework.session.Session;

/**
 * A session with what has changed in it since it was read.
 */
final class SealedSession implements Session {

	private final MapSession values;

	private final Map<String, @Nullable Object> changes = new HashMap<>();

	/** The id under which it is stored, or null if it is not. */
	private @Nullable String storedId;

	SealedSession(MapSession values, @Nullable String storedId) {
		this.values = values;
		this.storedId = storedId;
	}

	@Nullable String storedId() {
		return this.storedId;
	}

	Map<String, @Nullable Object> changes() {
		return this.changes;
	}

	void stored() {
		this.changes.clear();
		this.storedId = getId();
	}

	@Override
	public String getId() {
		return this.values.getId();
	}

	/** The attributes are stored again, since they are encrypted for their session. */
	@Override
	public String changeSessionId() {
		getAttributeNames().forEach((name) -> this.changes.put(name, getAttribute(name)));
		return this.values.changeSessionId();
	}

	@Override
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> @Nullable T getAttribute(String name) {
		return this.values.getAttribute(name);
	}

	@Override
	public Set<String> getAttributeNames() {
		return this.values.getAttributeNames();
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		this.values.setAttribute(name, value);
		this.changes.put(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		setAttribute(name, null);
	}

	@Override
	public Instant getCreationTime() {
		return this.values.getCreationTime();
	}

	@Override
	public void setLastAccessedTime(Instant time) {
		this.values.setLastAccessedTime(time);
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.values.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.values.setMaxInactiveInterval(Objects.requireNonNull(interval));
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return this.values.getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return this.values.isExpired();
	}

}
