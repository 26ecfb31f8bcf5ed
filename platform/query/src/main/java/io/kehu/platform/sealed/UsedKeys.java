package io.kehu.platform.sealed;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.kehu.platform.sealing.Sealing;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Records which keys have sealed values in the database, by a proof from which a key
 * cannot be derived.
 */
final class UsedKeys {

	/** How long other instances may still write with the keys before the present ones. */
	private static final Duration OVERLAP = Duration.ofHours(1);

	private final JdbcTemplate jdbc;

	private final Sealing sealing;

	private final Clock clock;

	UsedKeys(JdbcTemplate jdbc, Sealing sealing, Clock clock) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.clock = clock;
	}

	/**
	 * Checks that the configured keys include all that have been used, and records those
	 * that are going to be used.
	 * @throws IllegalStateException if a key is missing, or is another one than before
	 */
	void check() {
		Map<String, byte[]> configured = this.sealing.proofs();
		stored().forEach((name, proof) -> {
			byte[] found = configured.get(name);
			if (found == null) {
				throw new IllegalStateException(
						"The key %s is missing: values in the database are sealed with it. Add it to the end of the list."
							.formatted(name));
			}
			if (!Arrays.equals(found, proof)) {
				throw new IllegalStateException(
						"The key %s is not the one that values in the database are sealed with. Restore that key; a new one needs a new number."
							.formatted(name));
			}
		});
		Timestamp now = Timestamp.from(this.clock.instant());
		this.sealing.present()
			.forEach((name) -> this.jdbc.update(
					"insert into sealing_key (name, proof, since) values (?, ?, ?) on conflict (name) do nothing", name,
					configured.get(name), now));
	}

	private Map<String, byte[]> stored() {
		Map<String, byte[]> stored = new TreeMap<>();
		this.jdbc.query("select name, proof from sealing_key",
				(RowCallbackHandler) (row) -> stored.put(row.getString(1), row.getBytes(2)));
		return stored;
	}

	/** Returns the keys with which values may be sealed, apart from the present ones. */
	List<String> former() {
		List<String> present = this.sealing.present();
		return this.jdbc.queryForList("select name from sealing_key order by name", String.class)
			.stream()
			.filter((name) -> !present.contains(name))
			.toList();
	}

	/**
	 * Removes a key that has no values any more, unless the present keys have just begun
	 * to be used.
	 * @return whether it was removed
	 */
	boolean retire(String name) {
		Timestamp before = Timestamp.from(this.clock.instant().minus(OVERLAP));
		List<Timestamp> since = this.jdbc.queryForList("select since from sealing_key", Timestamp.class);
		return since.stream().allMatch(before::after)
				&& this.jdbc.update("delete from sealing_key where name = ?", name) > 0;
	}

}
