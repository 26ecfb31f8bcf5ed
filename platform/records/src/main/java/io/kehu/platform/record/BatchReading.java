package io.kehu.platform.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.RecordList;
import org.jspecify.annotations.Nullable;

/**
 * Reads many records by their ids, using one query for each kind of id.
 *
 * @param <R> the entity
 * @param <V> the view of a record, as clients see it
 */
final class BatchReading<R extends StoredRecord<V>, V extends RecordView> {

	static final String EXTERNAL_ID = "externalId";

	private final RecordList<R> list;

	private final @Nullable Address<R> address;

	private final Function<List<R>, List<V>> views;

	/**
	 * Creates an object that reads from a list, which restricts it to the records that
	 * the caller may see.
	 * @param address the field whose values can be used like external ids, or null
	 */
	BatchReading(RecordList<R> list, @Nullable Address<R> address, Function<List<R>, List<V>> views) {
		this.list = list;
		this.address = address;
		this.views = views;
	}

	BatchAnswer<V> read(BatchRequest request) {
		checkSystems(request.externalIds());
		Map<UUID, V> byId = new HashMap<>();
		Map<ExternalId, V> byExternalId = new HashMap<>();
		List<R> found = new ArrayList<>(find("id", request.ids(), UUID::toString));
		List<ExternalId> values = request.externalIds().stream().filter(this::isAddress).toList();
		List<ExternalId> others = request.externalIds().stream().filter((id) -> !isAddress(id)).toList();
		found.addAll(find(EXTERNAL_ID, others, (id) -> escaped(id.key())));
		Address<R> unique = this.address;
		if (unique != null) {
			found.addAll(find(unique.field(), values, (id) -> escaped(id.id())));
		}
		List<V> shown = this.views.apply(found);
		for (int i = 0; i < found.size(); i++) {
			V view = shown.get(i);
			byId.put(view.id(), view);
			if (found.get(i) instanceof Keyed keyed) {
				keyed.externalIds().forEach((id) -> byExternalId.put(id, view));
			}
			ExternalId own = (unique != null) ? unique.of(found.get(i)) : null;
			if (own != null) {
				byExternalId.put(own, view);
			}
		}
		List<BatchResult<V>> results = new ArrayList<>();
		request.ids().forEach((id) -> results.add(new BatchResult<>(id, null, byId.containsKey(id), byId.get(id))));
		request.externalIds()
			.forEach((id) -> results
				.add(new BatchResult<>(null, id, byExternalId.containsKey(id), byExternalId.get(id))));
		return new BatchAnswer<>(results);
	}

	private boolean isAddress(ExternalId id) {
		return this.address != null && this.address.isMeantBy(id);
	}

	private void checkSystems(List<ExternalId> ids) {
		for (int i = 0; i < ids.size() && !this.list.hasFilter(EXTERNAL_ID); i++) {
			if (!isAddress(ids.get(i))) {
				throw ProblemException.invalid("/externalIds/%d/system".formatted(i), "unknown_system",
						(this.address != null) ? "must be " + Address.system(this.address.field())
								: "these records have no external ids");
			}
		}
	}

	private <K> List<R> find(String filter, Collection<K> keys, Function<K, String> text) {
		if (keys.isEmpty()) {
			return List.of();
		}
		String values = keys.stream().distinct().map(text).collect(Collectors.joining(","));
		return this.list
			.page(new ListRequest(
					Map.of(filter + "[in]", List.of(values), "limit", List.of(Integer.toString(BatchRequest.MOST)))))
			.items();
	}

	private static String escaped(String key) {
		return key.replace("\\", "\\\\").replace(",", "\\,");
	}

}
