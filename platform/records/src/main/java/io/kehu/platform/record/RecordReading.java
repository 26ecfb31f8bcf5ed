package io.kehu.platform.record;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the records of one kind: lists, exports and histories.
 *
 * @param <R> the entity
 * @param <V> the view of a record, as clients see it; a record type
 */
public abstract class RecordReading<R extends StoredRecord<V>, V extends Record & RecordView> {

	private final RecordList<R> list;

	private final History history;

	private final RecordExport export;

	private final String subject;

	private final Class<V> type;

	protected RecordReading(RecordList<R> list, History history, RecordExport export, String subject, Class<V> type) {
		this.list = list;
		this.history = history;
		this.export = export;
		this.subject = subject;
		this.type = type;
	}

	/** Returns the views of a page of records. */
	protected List<V> views(List<R> records) {
		return records.stream().map(StoredRecord::view).toList();
	}

	/** Returns the complete view of a record, as clients see it. */
	public V complete(V view) {
		return view;
	}

	/**
	 * Returns the requested page.
	 */
	@Transactional(readOnly = true)
	public Page<V> page(ListRequest request) {
		return this.list.page(request).map(this::views);
	}

	/**
	 * Returns the records with the requested ids.
	 * @throws ProblemException if external ids are requested, but records of this kind
	 * have none
	 */
	@Transactional(readOnly = true)
	public BatchAnswer<V> batch(BatchRequest request) {
		return new BatchReading<>(this.list, this::views).read(request);
	}

	/**
	 * Writes all records that match the request.
	 */
	@Transactional(readOnly = true)
	public void export(ListRequest request, HttpServletResponse response) throws IOException {
		this.export.write(response, this.list, request, this.type, this::views);
	}

	/**
	 * Returns the history of a record, even if the record is deleted.
	 * @throws ProblemException if the record has never existed or is not visible to the
	 * caller
	 */
	public Page<History.Entry> history(UUID id) {
		List<History.Entry> entries = this.list.visible(id) ? this.history.of(id) : List.of();
		if (entries.isEmpty()) {
			throw ProblemException.notFound(this.subject, id);
		}
		return Page.whole(entries);
	}

}
