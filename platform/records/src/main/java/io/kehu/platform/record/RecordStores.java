package io.kehu.platform.record;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

import io.kehu.platform.cache.CacheFactory;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Creates the {@link RecordStore}s of a service.
 */
public final class RecordStores {

	private final RecordTools tools;

	private final RecordReadings readings;

	private final ObjectProvider<CacheFactory> caches;

	private final List<RepublishedRecords> republished = new CopyOnWriteArrayList<>();

	RecordStores(RecordTools tools, RecordReadings readings, ObjectProvider<CacheFactory> caches) {
		this.tools = tools;
		this.readings = readings;
		this.caches = caches;
	}

	/**
	 * Begins the declaration of a kind of record. External ids and owners follow from the
	 * types: details that are {@link KeyedDetails} or {@code Owned} have them.
	 * @param type the entity
	 * @param make creates a record with these details
	 * @param events the events of the records
	 */
	public <D, R extends DetailedRecord<D, V>, V extends Record & RecordView> RecordDeclaration<D, R, V> of(
			Class<R> type, BiFunction<D, Instant, R> make, RecordEvents events) {
		return new RecordDeclaration<>(this, type, make, events);
	}

	/**
	 * Begins the declaration of a kind of record whose new records consist of nothing but
	 * their details.
	 * @param type the entity, which needs no constructor but that for JPA
	 * @param events the events of the records
	 */
	public <D, R extends DetailedRecord<D, V>, V extends Record & RecordView> RecordDeclaration<D, R, V> of(
			Class<R> type, RecordEvents events) {
		return of(type, (details, now) -> DetailedRecord.create(type, details, now), events);
	}

	/** Adds records whose state is published again after a restore. */
	void republish(RepublishedRecords records) {
		this.republished.add(records);
	}

	/** Returns all records whose state is published again after a restore. */
	List<RepublishedRecords> republished() {
		return this.republished;
	}

	RecordTools tools() {
		return this.tools;
	}

	RecordReadings readings() {
		return this.readings;
	}

	CacheFactory caches() {
		return this.caches.getObject();
	}

}
