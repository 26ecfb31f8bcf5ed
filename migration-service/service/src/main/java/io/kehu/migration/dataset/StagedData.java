package io.kehu.migration.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
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
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
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

	/** Returns the staging area, for sets that several instances write. */
	public StagingArea area() {
		return this.area;
	}

	/** Returns the number of rows in a partition. */
	public long rowsPerPartition() {
		return this.rowsPerPartition;
	}

	/** Returns a complete set. */
	public StagedSet set(String id) throws IOException {
		return this.area.open(id);
	}

	/**
	 * Returns a complete set that a request asks for.
	 * @throws ProblemException 409 if there is none, or not yet
	 */
	StagedSet require(String id) throws IOException {
		try {
			return set(id);
		}
		catch (NoSuchFileException ex) {
			throw ProblemException.of(HttpStatus.CONFLICT, "no-rows", "The rows do not exist, or not yet.");
		}
	}

	/** Returns all rows of a set. */
	public SetRows rows(String id) throws IOException {
		return SetRows.of(this.area, set(id));
	}

	/** Returns the rows of one partition of a set. */
	public SetRows rows(String id, int partition) throws IOException {
		return SetRows.of(this.area, set(id), partition);
	}

	/** Returns the rows of a set from an index on, counted from 0. */
	public SetRows rowsFrom(String id, long first) throws IOException {
		return SetRows.from(this.area, set(id), first);
	}

	/** Returns a writer for a set whose rows are written in their order. */
	public SetWriter write(String id) {
		return this.area.write(id, Partitioning.byRange(this.rowsPerPartition));
	}

	/**
	 * Returns the name of the set of the lines that could not be read, or not without a
	 * remark.
	 */
	static String problems(UUID id) {
		return id + "-problems";
	}

	/**
	 * Reads the rows of a file into staging, together with the problems of its lines.
	 * @param id the new set
	 * @param input the file
	 * @param corrections the steward's corrections
	 * @param progress called for each row
	 * @return what was read
	 * @throws io.kehu.migration.intake.IntakeException if the file is rejected; nothing
	 * is kept of it then
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

	/** Deletes the staged rows and problems of a data set. */
	void delete(UUID id) throws IOException {
		this.area.delete(id.toString());
		this.area.delete(problems(id));
	}

	/**
	 * Called for each row that is read.
	 */
	@FunctionalInterface
	interface Progress {

		void row() throws Exception;

	}

	/**
	 * What was read from a file.
	 *
	 * @param set the rows
	 * @param source what was detected about the file
	 * @param report how many lines were read
	 */
	record Staged(StagedSet set, SourceDescription source, @Nullable ReadingReport report) {
	}

}
