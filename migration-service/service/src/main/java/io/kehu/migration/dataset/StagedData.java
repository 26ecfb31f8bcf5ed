package io.kehu.migration.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.intake.Corrections;
import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.IntakeLimits;
import io.kehu.migration.intake.LineProblem;
import io.kehu.migration.intake.ReadingReport;
import io.kehu.migration.intake.Row;
import io.kehu.migration.intake.RowSource;
import io.kehu.migration.intake.SourceDescription;
import io.kehu.migration.staging.Partitioning;
import io.kehu.migration.staging.SetWriter;
import io.kehu.migration.staging.StagedSet;
import io.kehu.migration.staging.StagingArea;
import io.kehu.migration.upload.StagingProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads and writes the rows of data sets in staging.
 */
@Component
public class StagedData {

	private static final List<String> PROBLEM_COLUMNS = List.of("kind", "reason", "excerpt");

	private final StagingArea area;

	private final long rowsPerPartition;

	StagedData(StagingArea area, StagingProperties properties) {
		this.area = area;
		this.rowsPerPartition = properties.rowsPerPartition();
	}

	/** The staging folder itself, for parts of sets that several instances write. */
	public StagingArea area() {
		return this.area;
	}

	/** How many rows a partition has. */
	public long rowsPerPartition() {
		return this.rowsPerPartition;
	}

	/** The complete set of an id. */
	public StagedSet set(String id) throws IOException {
		return this.area.open(id);
	}

	/** All rows of a set. */
	public SetRows rows(String id) throws IOException {
		return SetRows.of(this.area, set(id));
	}

	/** The rows of one partition of a set. */
	public SetRows rows(String id, int partition) throws IOException {
		return SetRows.of(this.area, set(id), partition);
	}

	/** The rows of a set from one on, counted from 0. */
	public SetRows rowsFrom(String id, long first) throws IOException {
		return SetRows.from(this.area, set(id), first);
	}

	/** Rows of a set that is written in their order. */
	public SetWriter write(String id) {
		return this.area.write(id, Partitioning.byRange(this.rowsPerPartition));
	}

	/** The set of the lines of a file that gave no row, or were read with a remark. */
	static String problems(UUID id) {
		return id + "-problems";
	}

	/**
	 * Read a file into staging: its rows, and the problems of its lines.
	 * @param id the new set
	 * @param input the file
	 * @param corrections what a steward knows better
	 * @param progress is told of each row
	 * @return what was read
	 * @throws io.kehu.migration.intake.IntakeException when the file is refused; nothing
	 * is left of it then
	 */
	Staged stage(UUID id, InputStream input, Corrections corrections, Progress progress) throws Exception {
		try (SetWriter problems = write(problems(id))) {
			Intake intake = new Intake(IntakeLimits.defaults(), corrections, (problem) -> note(problem, problems));
			try (RowSource source = intake.open(input); SetWriter writer = write(id.toString())) {
				for (Row row = source.next(); row != null; row = source.next()) {
					writer.write(row);
					progress.row();
				}
				StagedSet set = writer.complete(source.columns());
				problems.complete(PROBLEM_COLUMNS);
				return new Staged(set, source.description(), source.report());
			}
		}
		catch (UncheckedIOException ex) {
			delete(id);
			throw (ex.getCause() != null) ? ex.getCause() : ex;
		}
		catch (Exception ex) {
			delete(id);
			throw ex;
		}
	}

	private static void note(LineProblem problem, SetWriter problems) {
		try {
			problems.write(new Row(problem.line(), problem.kind().toString(), problem.reason(), problem.excerpt()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Delete what is staged of a data set. */
	void delete(UUID id) throws IOException {
		this.area.delete(id.toString());
		this.area.delete(problems(id));
	}

	/**
	 * Hears of each row that is read.
	 */
	@FunctionalInterface
	interface Progress {

		void row() throws Exception;

	}

	/**
	 * What was read of a file.
	 *
	 * @param set its rows
	 * @param source what was found out about it
	 * @param report which lines gave rows
	 */
	record Staged(StagedSet set, SourceDescription source, @Nullable ReadingReport report) {
	}

}
