package io.kehu.migration.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.kehu.migration.access.StewardAccess;
import io.kehu.migration.intake.Encoding;
import io.kehu.migration.intake.ReadingReport;
import io.kehu.migration.intake.SourceDescription;
import io.kehu.migration.intake.SourceFormat;
import io.kehu.migration.staging.StagedSet;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.security.Callers;
import io.kehu.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Manages data sets.
 */
@Service
public class DataSets {

	private static final String SUBJECT = "data set";

	private final DataSetStore store;

	private final StagedData data;

	private final RecordList<DataSet> list;

	private final StewardAccess access;

	DataSets(DataSetStore store, StagedData data, RecordList<DataSet> list, StewardAccess access) {
		this.access = access;
		this.list = list;
		this.store = store;
		this.data = data;
	}

	/**
	 * Creates a data set whose rows a job will write.
	 * @param name the name
	 * @param origin the origin of the rows
	 * @param parent the data set that it is made from
	 * @return the id
	 */
	@Transactional
	public UUID begin(String name, DataSetOrigin origin, @Nullable UUID parent) {
		UUID id = Ids.next();
		this.store.insert(id, name, origin, parent, Callers.current().name());
		return id;
	}

	/** Creates a data set from rows that are in staging already. */
	@Transactional
	void adopt(UUID staged, String name) {
		this.store.insert(staged, name, DataSetOrigin.FILE, null, Callers.current().name());
	}

	/** Records the job that writes the rows of a data set. */
	@Transactional
	public void attach(UUID id, UUID job) {
		this.store.attach(id, job);
	}

	/**
	 * Returns a data set.
	 * @throws ProblemException 404 if there is none
	 */
	@Transactional(readOnly = true)
	public DataSetView get(UUID id) {
		return find(id).view();
	}

	/**
	 * Returns a data set whose rows the caller may see.
	 * @throws ProblemException 404 if there is none, 403 if the caller may not see its
	 * rows
	 */
	@Transactional(readOnly = true)
	public DataSetView readable(UUID id) {
		DataSet set = find(id);
		this.access.checkLive(set.live());
		return set.view();
	}

	RecordList<DataSet> list() {
		return this.list;
	}

	Page<DataSetView> page(ListRequest request) {
		return this.list.page(request).map((found) -> found.stream().map(DataSet::view).toList());
	}

	private DataSet find(UUID id) {
		return seen(id).orElseThrow(() -> ProblemException.notFound(SUBJECT, id));
	}

	private Optional<DataSet> seen(UUID id) {
		return this.store.find(id).filter((set) -> this.access.visible(DataSet.class, id));
	}

	/**
	 * Returns a data set that the body of a request refers to.
	 * @param id the id, or null if the body has none
	 * @param pointer the place of the id in the body
	 * @throws ProblemException 400 if there is none, or it is not ready
	 */
	@Transactional(readOnly = true)
	public DataSetView require(@Nullable UUID id, String pointer) {
		if (id == null) {
			throw ProblemException.invalid(pointer, "required", "must be a data set");
		}
		DataSet set = seen(id)
			.orElseThrow(() -> ProblemException.invalid(pointer, "not_found", "there is no data set " + id));
		this.access.checkLive(set.live());
		DataSetView found = set.view();
		if (found.status() != DataSetStatus.READY) {
			throw ProblemException.invalid(pointer, "not_ready", "the data set is " + found.status());
		}
		return found;
	}

	/**
	 * Returns how a data set was read.
	 * @throws ProblemException 404 if there is none
	 */
	@Transactional(readOnly = true)
	public Origins origins(UUID id) {
		DataSet set = find(id);
		DataSetView view = set.view();
		return new Origins(view.name(), Objects.requireNonNullElseGet(set.source(), () -> made(view.columns())),
				Objects.requireNonNullElseGet(set.reading(), () -> ReadingReport.made(view.rows())));
	}

	/** Records that a job has written the rows. */
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

	/** Records that the rows could not be written. */
	@Transactional
	public void failed(UUID id, String reason) {
		this.store.failed(id, reason);
	}

	/** Records that the rows are being written again. */
	@Transactional
	public void again(UUID id) {
		this.store.again(id);
	}

	/**
	 * Approves a data set.
	 * @throws ProblemException 404 if there is none, 409 if it is not ready
	 */
	@Transactional
	public DataSetView approve(UUID id) {
		if (get(id).status() != DataSetStatus.READY) {
			throw ProblemException.of(HttpStatus.CONFLICT, "illegal-transition", "The data set has no rows yet.");
		}
		this.access.check(DataSet.class, AccessLevel.CHANGE, id, SUBJECT);
		this.store.approve(id, Callers.current().name());
		return get(id);
	}

	@Transactional
	void delete(UUID id, Preconditions preconditions) {
		DataSetView set = get(id);
		this.access.check(DataSet.class, AccessLevel.DELETE, id, SUBJECT);
		preconditions.check(set.version());
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
	 * @param name the name
	 * @param source what was detected about the file
	 * @param reading how many lines were read
	 */
	public record Origins(String name, SourceDescription source, ReadingReport reading) {
	}

}
