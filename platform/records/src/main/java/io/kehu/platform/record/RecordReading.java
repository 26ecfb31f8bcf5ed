package io.kehu.platform.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.kehu.platform.history.History;
import io.kehu.platform.personal.PersonalView;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the records of one kind: lists, exports and histories.
 *
 * @param <R> the entity
 * @param <V> the view of a record, as clients see it; a record type
 */
public final class RecordReading<R extends StoredRecord<V>, V extends Record & RecordView> {

	private final RecordReadings tools;

	private final RecordList<R> list;

	private final String subject;

	private final Class<V> type;

	private final UnaryOperator<List<V>> completion;

	private final PersonalView<V> shown;

	RecordReading(RecordReadings tools, RecordList<R> list, String subject, Class<V> type,
			UnaryOperator<List<V>> completion, PersonalView<V> shown) {
		this.tools = tools;
		this.list = list;
		this.subject = subject;
		this.type = type;
		this.completion = completion;
		this.shown = shown;
	}

	private List<V> views(List<R> records) {
		return this.shown.shown(this.completion.apply(records.stream().map(StoredRecord::view).toList()));
	}

	/** Returns the complete view of a record, as the caller sees it. */
	V complete(V view) {
		return this.shown.shown(this.completion.apply(List.of(view)).get(0));
	}

	/**
	 * Returns the requested page.
	 */
	public Page<V> page(ListRequest request) {
		// Checked here, since an empty page has no record whose fields are selected
		request.fields(this.type);
		return this.tools.transactions().read(() -> this.list.page(request).map(this::views));
	}

	/**
	 * Returns the records with the requested ids.
	 * @throws ProblemException if external ids are requested, but records of this kind
	 * have none
	 */
	public BatchAnswer<V> batch(BatchRequest request) {
		return this.tools.transactions().read(() -> new BatchReading<>(this.list, this::views).read(request));
	}

	/**
	 * Writes all records that match the request.
	 */
	public void export(ListRequest request, HttpServletResponse response) throws IOException {
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
	 * Returns the history of a record, even if the record is deleted.
	 * @throws ProblemException if the record has never existed or is not visible to the
	 * caller
	 */
	public Page<History.Entry> history(UUID id) {
		List<History.Entry> entries = this.list.visible(id) ? this.tools.history().of(id) : List.of();
		if (entries.isEmpty()) {
			throw ProblemException.notFound(this.subject, id);
		}
		return Page.whole(this.shown.shown(id, entries));
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

}
