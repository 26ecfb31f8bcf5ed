package io.kehu.migration.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.intake.Corrections;
import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.IntakeException;
import io.kehu.migration.intake.IntakeLimits;
import io.kehu.migration.intake.Row;
import io.kehu.migration.intake.RowSource;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.migration.upload.FileUploads;
import io.kehu.migration.upload.UploadView;
import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Creates data sets from files.
 */
@Service
class FileImport {

	private static final int PREVIEW = 20;

	private final FileUploads uploads;

	private final DataSets sets;

	private final StagedData data;

	private final Jobs jobs;

	private final IntakeJob kind;

	private final TransactionOperations transactions;

	FileImport(FileUploads uploads, DataSets sets, StagedData data, Jobs jobs, IntakeJob kind,
			TransactionOperations transactions) {
		this.uploads = uploads;
		this.sets = sets;
		this.data = data;
		this.jobs = jobs;
		this.kind = kind;
		this.transactions = transactions;
	}

	/** Reads a file while it is being received; if it is rejected, nothing is stored. */
	DataSetView bring(String name, ReadingOptions reading, InputStream bytes) throws Exception {
		Corrections corrections = reading.corrections(null);
		UUID staging = Ids.next();
		StagedData.Staged staged;
		try {
			staged = this.data.stage(staging, bytes, corrections, () -> {
			});
		}
		catch (IntakeException ex) {
			throw refused(ex, null);
		}
		return java.util.Objects.requireNonNull(this.transactions.execute((transaction) -> {
			this.sets.adopt(staging, name);
			this.sets.ready(staging, staged.set(), staged.source(), java.util.Objects.requireNonNull(staged.report()));
			return this.sets.get(staging);
		}));
	}

	/** Begins to read an upload, after a check of its beginning. */
	DataSetView read(NewDataSet wanted) throws IOException {
		UploadView upload = this.uploads.get(wanted.uploadId());
		if (!upload.complete()) {
			throw ProblemException.of(HttpStatus.CONFLICT, "incomplete",
					"Only %,d of %,d bytes have been received.".formatted(upload.offset(), upload.length()));
		}
		look(wanted.uploadId(), wanted.options(), "/reading");
		String name = (wanted.name() != null) ? wanted.name() : upload.name();
		return java.util.Objects.requireNonNull(this.transactions.execute((transaction) -> {
			UUID id = this.sets.begin(name, DataSetOrigin.FILE, null);
			JobView job = this.jobs.begin(this.kind, id, new IntakeTask(id, upload.id(), wanted.options()),
					upload.length());
			this.sets.attach(id, job.id());
			return this.sets.get(id);
		}));
	}

	/**
	 * Returns how a file would be read, with its first rows.
	 * @param pointer the place of the options in the body, or null if they are parameters
	 */
	Preview look(UUID upload, ReadingOptions options, @Nullable String pointer) throws IOException {
		Intake intake = new Intake(IntakeLimits.defaults(), options.corrections(pointer), (problem) -> {
		});
		try (RowSource source = intake.open(this.uploads.open(upload))) {
			List<Row> first = new ArrayList<>();
			while (first.size() < PREVIEW) {
				Row row = source.next();
				if (row == null) {
					break;
				}
				first.add(row);
			}
			List<RowPage.StagedRow> rows = first.stream()
				.map((row) -> new RowPage.StagedRow(row.line(), RowPages.values(row, source.columns().size())))
				.toList();
			return new Preview(Detection.of(source.description(), source.report()), source.columns(), rows,
					source.report());
		}
		catch (IntakeException ex) {
			throw refused(ex, pointer);
		}
	}

	private static ProblemException refused(IntakeException failure, @Nullable String pointer) {
		String code = failure.refusal().toString();
		String message = String.valueOf(failure.getMessage());
		return switch (failure.refusal()) {
			case UNKNOWN_SHEET -> ReadingOptions.refused("sheet", code, message, pointer);
			case DIFFERENT_COLUMNS -> ReadingOptions.refused("allSheets", code, message, pointer);
			case EMPTY, UNKNOWN_FORMAT, DAMAGED, EXPANDS_TOO_FAR, EXTERNAL_ENTITY, SEVERAL_LISTS, TOO_MANY_COLUMNS,
					WORKBOOK_TOO_LARGE ->
				ProblemException.invalid("", code, message);
		};
	}

}
