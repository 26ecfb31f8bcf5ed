package io.kehu.deploy.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.CsvTables;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The records to link: made-up persons, or a file whose entities are known.
 */
final class LinkageInput {

	private static final double DOUBLED = 0.2;

	@Option(names = "--records", defaultValue = "1000000", description = "Made-up persons (${DEFAULT-VALUE})")
	private int records;

	@Option(names = "--seed", defaultValue = "1", description = "Seed of the persons (${DEFAULT-VALUE})")
	private long seed;

	@Option(names = "--file", description = "A CSV file with a header instead of made-up persons")
	private @Nullable Path file;

	@Option(names = "--entity", defaultValue = "cluster",
			description = "The file's column with the true entities, hidden from the linkage (${DEFAULT-VALUE})")
	private String entity = "";

	@Option(names = "--hide", split = ",", defaultValue = "unique_id",
			description = "Further columns hidden from the linkage (${DEFAULT-VALUE})")
	private List<String> hidden = List.of();

	@Option(names = "--pass", defaultValue = "surname+first_name,dob+surname,postcode_fake+first_name", split = ",",
			description = "Keys by which the reference sorts the file, columns joined by + (${DEFAULT-VALUE})")
	private List<String> passes = List.of();

	/** The options that give the same input to another process. */
	List<String> arguments() {
		List<String> arguments = new ArrayList<>(
				List.of("--records", Integer.toString(this.records), "--seed", Long.toString(this.seed), "--entity",
						this.entity, "--hide", String.join(",", this.hidden), "--pass", String.join(",", this.passes)));
		if (this.file != null) {
			arguments.addAll(List.of("--file", this.file.toString()));
		}
		return arguments;
	}

	/** What it is, for people. */
	String description() {
		return (this.file != null) ? String.valueOf(this.file.getFileName())
				: "%,d persons, 20 %% doubled, seed %d".formatted(this.records, this.seed);
	}

	/** Read or make the records. */
	Records read() throws IOException {
		if (this.file == null) {
			SamplePersons persons = new PersonGenerator(this.seed).generate(this.records, DOUBLED);
			int[] entities = IntStream.range(0, persons.rows().size()).map(persons::person).toArray();
			return new Records(Table.of(persons.columns(), persons.rows()), (row) -> entities[row],
					List.of(List.of("surname", "given_name"), List.of("date_of_birth", "given_name"),
							List.of("postcode", "address")));
		}
		Table table = CsvTables.read(this.file);
		Column entities = table.column(this.entity);
		Table shown = table.without(Set.copyOf(this.hidden)).without(Set.of(this.entity));
		return new Records(shown, (row) -> String.valueOf(entities.value(row)),
				this.passes.stream().map((pass) -> Arrays.asList(pass.split("\\+", -1))).toList());
	}

	/**
	 * Records with the truth about them.
	 *
	 * @param table the records
	 * @param entity the true entity of each
	 * @param passes the keys by which the reference sorts
	 */
	record Records(Table table, IntFunction<Object> entity, List<List<String>> passes) {
	}

}
