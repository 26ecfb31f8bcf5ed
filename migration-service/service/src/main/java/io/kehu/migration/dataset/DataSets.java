package io.kehu.migration.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.migration.intake.Encoding;
import io.kehu.migration.intake.ReadingReport;
import io.kehu.migration.intake.SourceDescription;
import io.kehu.migration.intake.SourceFormat;
import io.kehu.migration.staging.StagedSet;
import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.security.Callers;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps data sets.
 */
@Service
public class DataSets {

	private final DataSetStore store;

	private final StagedData data;

	private final RecordList<DataSet> list;

	DataSets(DataSetStore store, StagedData data, RecordList<DataSet> list) {
		this.list = list;
		this.store = store;
		this.data = data;
	}

	/**
	 * Begin a data set whose rows a job will write.
	 * @param name what people call it
	 * @param origin where its rows are from
	 * @param parent the data set that it is made of
	 * @return its id
	 */
	@Transactional
	public UUID begin(String name, DataSetOrigin origin, @Nullable UUID parent) {
		UUID id = Ids.next();
		this.store.insert(id, name, origin, parent, Callers.current().name());
		return id;
	}

	/** Take rows that lie in staging already as a new data set. */
	@Transactional
	void adopt(UUID staged, String name) {
		this.store.insert(staged, name, DataSetOrigin.FILE, null, Callers.current().name());
	}

	/** Note which job writes the rows of a data set. */
	@Transactional
	public void attach(UUID id, UUID job) {
		this.store.attach(id, job);
	}

	/**
	 * Find a data set.
	 * @throws ProblemException 404 when there is none
	 */
	@Transactional(readOnly = true)
	public DataSetView get(UUID id) {
		return find(id).view();
	}

	Page<DataSetView> page(ListRequest request) {
		return this.list.page(request).map((found) -> found.stream().map(DataSet::view).toList());
	}

	private DataSet find(UUID id) {
		return this.store.find(id).orElseThrow(() -> ProblemException.notFound("data set", id));
	}

	/**
	 * Find a data set that a request's body names.
	 * @param id its id, or null when the body does not say
	 * @param pointer where in the body it is named
	 * @throws ProblemException 400 when there is none, or its rows are not there
	 */
	@Transactional(readOnly = true)
	public DataSetView require(@Nullable UUID id, String pointer) {
		if (id == null) {
			throw ProblemException.invalid(pointer, "required", "a data set is needed");
		}
		DataSetView found = this.store.find(id)
			.map(DataSet::view)
			.orElseThrow(() -> ProblemException.invalid(pointer, "not_found", "there is no data set " + id));
		if (found.status() != DataSetStatus.READY) {
			throw ProblemException.invalid(pointer, "not_ready", "the data set is " + found.status());
		}
		return found;
	}

	/**
	 * How a data set was read; one that was made here reads as such.
	 * @throws ProblemException 404 when there is none
	 */
	@Transactional(readOnly = true)
	public Origins origins(UUID id) {
		DataSet set = find(id);
		DataSetView view = set.view();
		return new Origins(view.name(), Objects.requireNonNullElseGet(set.source(), () -> made(view.columns())),
				Objects.requireNonNullElseGet(set.reading(), () -> ReadingReport.made(view.rows())));
	}

	/** Note that the rows that a job wrote are there. */
	@Transactional
	public void ready(UUID id, StagedSet set) {
		ready(id, set, made(set.columns()), ReadingReport.made(set.rows()));
	}

	@Transactional
	void ready(UUID id, StagedSet set, SourceDescription source, ReadingReport reading) {
		this.store.ready(id, set.columns(), set.rows(), source, reading);
	}

	private static SourceDescription made(List<String> columns) {
		return new SourceDescription(SourceFormat.DELIMITED, List.of(),
				Encoding.sure(StandardCharsets.UTF_8, "made here"), null, true, List.of(), columns, Map.of());
	}

	/** Note that the rows could not be written. */
	@Transactional
	public void failed(UUID id, String reason) {
		this.store.failed(id, reason);
	}

	/** Note that the rows are being written once more. */
	@Transactional
	public void again(UUID id) {
		this.store.again(id);
	}

	/**
	 * Accept a data set as the clean one.
	 * @throws ProblemException 404 when there is none, 409 when its rows are not there
	 */
	@Transactional
	public DataSetView approve(UUID id) {
		if (get(id).status() != DataSetStatus.READY) {
			throw ProblemException.of(HttpStatus.CONFLICT, "illegal-transition", "The data set has no rows yet.");
		}
		this.store.approve(id, Callers.current().name());
		return get(id);
	}

	@Transactional
	void delete(UUID id) {
		get(id);
		this.store.delete(id);
		deleteRows(id);
	}

	private void deleteRows(UUID id) {
		try {
			this.data.delete(id);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * How a data set was read.
	 *
	 * @param name what people call it
	 * @param source what was found out about the file
	 * @param reading which lines gave rows
	 */
	public record Origins(String name, SourceDescription source, ReadingReport reading) {
	}

}
