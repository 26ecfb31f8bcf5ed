package io.kehu.platform.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.kehu.platform.history.History;
import io.kehu.platform.personal.PersonalView;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.web.RecordAnswers;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the records of one kind: lists, exports and histories.
 *
 * @param <R> the entity
 * @param <V> the view of a record, as clients see it; a record type
 */
public final class RecordReading<R extends StoredRecord<V>, V extends Record & RecordView> {

	private static final int MOST_ENTRIES = 200;

	private final RecordReadings tools;

	private final RecordList<R> list;

	private final String subject;

	private final Class<V> type;

	private final UnaryOperator<List<V>> completion;

	private final PersonalView<V> shown;

	private final Inclusions<R> inclusions;

	private final @Nullable Address<R> address;

	RecordReading(RecordReadings tools, RecordList<R> list, String subject, Showing<V> showing,
			Inclusions<R> inclusions, @Nullable Address<R> address) {
		this.tools = tools;
		this.list = list;
		this.subject = subject;
		this.type = showing.type();
		this.completion = showing.completion();
		this.shown = showing.personal();
		this.inclusions = inclusions;
		this.address = address;
	}

	private List<V> views(List<R> records) {
		return this.shown.shown(this.completion.apply(records.stream().map(StoredRecord::view).toList()));
	}

	/** Returns the complete view of a record, as the caller sees it. */
	V complete(V view) {
		return this.shown.shown(this.completion.apply(List.of(view)).get(0));
	}

	/**
	 * Returns the complete view of a record, as the caller sees it, with its entity tag.
	 * The tag of a masked view ends differently, since it is another representation.
	 */
	Tagged<V> tagged(V view) {
		V whole = this.completion.apply(List.of(view)).get(0);
		V seen = this.shown.shown(whole);
		return new Tagged<>(seen, seen.equals(whole) ? whole.tag() : whole.tag() + RecordAnswers.MASKED);
	}

	/** Returns whether records can be read by ids in other systems. */
	boolean hasExternalIds() {
		return this.address != null || this.list.hasFilter(BatchReading.EXTERNAL_ID);
	}

	/** Returns what else is a system of external ids, as a sentence, or null. */
	@Nullable String systems() {
		return (this.address != null) ? "The values of `%s` are the ids in the system `%s`."
			.formatted(this.address.field(), Address.system(this.address.field())) : null;
	}

	/** Returns the references whose records can be included. */
	Collection<String> includable() {
		return this.inclusions.names();
	}

	RecordList<R> list() {
		return this.list;
	}

	/**
	 * Returns the requested page.
	 */
	public Page<V> page(ListRequest request) {
		// Checked here, since an empty page has no record whose fields are selected
		request.fields(this.type);
		Set<String> wanted = request.include(this.inclusions.names());
		Map<String, Set<UUID>> ids = new LinkedHashMap<>();
		Page<V> page = this.tools.transactions().read(() -> {
			Page<R> found = this.list.page(request);
			ids.putAll(this.inclusions.ids(found.items(), wanted));
			return found.map(this::views);
		});
		return wanted.isEmpty() ? page : page.including(this.inclusions.read(ids));
	}

	/**
	 * Adds the records that a record refers to.
	 * @param names the names of the references
	 * @throws ProblemException if there is no such reference
	 */
	Included including(V view, List<String> names) {
		Set<String> wanted = ListRequest.ofIncluded(names).include(this.inclusions.names());
		Map<String, Set<UUID>> ids = new LinkedHashMap<>();
		this.tools.transactions().read(() -> this.list.find(List.of(view.id()), (found) -> {
			ids.putAll(this.inclusions.ids(found, wanted));
			return found;
		}));
		Map<String, List<?>> records = this.inclusions.read(ids);
		ObjectNode record = this.tools.json().valueToTree(view);
		record.set(IncludedRecords.MEMBER, this.tools.json().valueToTree(records));
		return new Included(record, records);
	}

	/**
	 * Returns those of the records with these ids that exist and that the caller may see.
	 */
	List<V> present(Collection<UUID> ids) {
		return this.tools.transactions()
			.read(() -> this.list.find(ids,
					(found) -> views(found.stream().filter((record) -> !record.deleted()).toList())));
	}

	/**
	 * Returns the records with the requested ids.
	 * @throws ProblemException if external ids are requested that records of this kind
	 * cannot have
	 */
	public BatchAnswer<V> batch(BatchRequest request) {
		return this.tools.transactions()
			.read(() -> new BatchReading<>(this.list, this.address, this::views).read(request));
	}

	/**
	 * Writes all records that match the request.
	 */
	public void export(ListRequest request, HttpServletResponse response) throws IOException {
		request.include(List.of());
		try {
			this.tools.transactions().read(() -> {
				write(request, response);
				return true;
			});
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private void write(ListRequest request, HttpServletResponse response) {
		try {
			this.tools.export().write(response, this.list, request, this.type, this::views);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns a page of the history of a record, even if the record is deleted, oldest
	 * entry first.
	 * @throws ProblemException if the record has never existed or is not visible to the
	 * caller, or the cursor is not one of this history
	 */
	public Page<History.Entry> history(UUID id, @Nullable String cursor, int limit) {
		if (limit < 1 || limit > MOST_ENTRIES) {
			throw ProblemException.invalidParameter("limit", "out_of_range", "must be 1 to %d".formatted(MOST_ENTRIES));
		}
		History.Position after = (cursor != null) ? position(cursor, id) : null;
		boolean visible = this.list.visible(id);
		List<History.Entry> entries = visible ? this.tools.history().of(this.subject, id, after, limit + 1) : List.of();
		if (entries.isEmpty() && (cursor == null || !visible)) {
			throw ProblemException.notFound(this.subject, id);
		}
		boolean more = entries.size() > limit;
		List<History.Entry> items = this.shown.shown(id,
				this.tools.copies().opened(this.type, id, more ? entries.subList(0, limit) : entries));
		return new Page<>(items, more ? cursor(items.get(limit - 1).position(), id) : null, null);
	}

	private History.Position position(String cursor, UUID id) {
		List<String> values = this.tools.cursors().read("cursor", cursor, "history of " + id);
		return new History.Position(Long.parseLong(values.get(0)), Integer.parseInt(values.get(1)));
	}

	private String cursor(History.Position position, UUID id) {
		return this.tools.cursors().write(List.of(position.version(), position.step()), "history of " + id);
	}

	/**
	 * Returns the changes to all records after a position.
	 * @param since the token of the position, {@code now}, or null for the beginning
	 * @throws ProblemException if the token was not issued by this feed, or the limit is
	 * out of range
	 */
	public RecordChanges<V> changes(@Nullable String since, int limit) {
		ChangeFeed<R, V> feed = new ChangeFeed<>(this.tools.entities(), this.tools.cursors(), this.list, this.subject,
				this::views);
		return this.tools.transactions().read(() -> feed.read(since, limit));
	}

	/**
	 * Returns a stored answer as the caller may see it now, or an empty text if it is not
	 * that of a single record.
	 * @throws ProblemException if the caller may not see the record any more
	 */
	String replayed(String body) {
		return this.tools.transactions().read(() -> {
			if (!(this.tools.json().readTree(body) instanceof ObjectNode record) || !record.path("id").isString()) {
				return "";
			}
			UUID id = UUID.fromString(record.get("id").asString());
			if (!this.list.answerable(id)) {
				throw ProblemException.notFound(this.subject, id);
			}
			this.shown.mask(id, record);
			return this.tools.json().writeValueAsString(record);
		});
	}

	/** Returns how records are shown to callers that may not see personal data. */
	PersonalView<V> shown() {
		return this.shown;
	}

	/**
	 * A record with those that it refers to.
	 *
	 * @param record the record, with the others as a member
	 * @param records the others, by the names of the references
	 */
	record Included(ObjectNode record, Map<String, List<?>> records) {
	}

	/**
	 * A view with the content of its entity tag.
	 */
	record Tagged<V>(V view, String tag) {
	}

	/**
	 * How records are shown to callers.
	 *
	 * @param type the type of the views
	 * @param completion adds values that are stored elsewhere
	 * @param personal masks personal data
	 */
	record Showing<V extends Record & RecordView>(Class<V> type, UnaryOperator<List<V>> completion,
			PersonalView<V> personal) {
	}

}
