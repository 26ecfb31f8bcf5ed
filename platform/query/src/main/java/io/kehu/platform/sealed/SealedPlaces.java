package io.kehu.platform.sealed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.kehu.platform.schema.SchemaLock;
import io.kehu.platform.sealing.SealedPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The places with sealed values. Before the service accepts requests, its keys are
 * checked, and places that were added since the last start are sealed. After a change of
 * the keys, all places are sealed again while the service runs.
 */
public final class SealedPlaces implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(SealedPlaces.class);

	private final UsedKeys keys;

	private final JdbcTemplate jdbc;

	private final ObjectProvider<SealedPlace> beans;

	private final Map<String, SealedPlace> declared = new ConcurrentHashMap<>();

	SealedPlaces(UsedKeys keys, JdbcTemplate jdbc, ObjectProvider<SealedPlace> beans) {
		this.keys = keys;
		this.jdbc = jdbc;
		this.beans = beans;
	}

	/** Adds a place that is not a bean. */
	public void add(SealedPlace place) {
		this.declared.put(place.name(), place);
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.keys.check();
		if (!unsealed().isEmpty()) {
			SchemaLock.during(Objects.requireNonNull(this.jdbc.getDataSource()), this::sealNew);
		}
	}

	private Map<String, SealedPlace> unsealed() {
		Map<String, SealedPlace> places = all();
		this.jdbc.queryForList("select name from sealed_place", String.class).forEach(places::remove);
		return places;
	}

	private Map<String, SealedPlace> all() {
		Map<String, SealedPlace> places = new LinkedHashMap<>();
		this.beans.orderedStream().forEach((place) -> places.put(place.name(), place));
		places.putAll(this.declared);
		return places;
	}

	private void sealNew() {
		unsealed().forEach((name, place) -> {
			long sealed = place.seal();
			this.jdbc.update("insert into sealed_place (name) values (?)", name);
			if (sealed > 0) {
				log.info("Sealed {} values of {}", sealed, name);
			}
		});
	}

	/**
	 * Seals again what former keys have sealed. A key is retired once nothing is left,
	 * and can then be removed from the configuration.
	 */
	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
	public void sealAgain() {
		List<String> former = this.keys.former();
		if (former.isEmpty()) {
			return;
		}
		long sealed = all().values().stream().mapToLong(SealedPlace::seal).sum();
		log.info("Sealed {} values again that {} had sealed", sealed, former);
		if (sealed == 0) {
			former.stream()
				.filter(this.keys::retire)
				.forEach((name) -> log.info("The key {} is no longer used and can be removed", name));
		}
	}

}
