package io.kehu.migration.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TableTests {

	@Test
	void aColumnHoldsEachTextOnce() {
		Column column = Column.of("city", Arrays.asList("Bonn", null, " ", "Köln", "Bonn"));

		assertThat(column.distinct()).isEqualTo(2);
		assertThat(column.present()).isEqualTo(3);
		assertThat(column.value(0)).isEqualTo("Bonn");
		assertThat(column.value(1)).isNull();
		assertThat(column.code(2)).isEqualTo(Column.MISSING);
		assertThat(column.code(4)).isEqualTo(column.code(0));
		assertThat(column.frequencies()).containsExactly(2, 1);
	}

	@Test
	void columnsMustBeOfOneLength() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Table(List.of(Column.of("a", List.of("1")), Column.of("b", List.of()))))
			.withMessageContaining("b has 0 rows, not 1");
	}

	@Test
	void readsCsvWithHeader(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("people.csv"), "id, name\n1,\"Roe, Anna\"\n2,\n");

		Table table = CsvTables.read(file);

		assertThat(table.rows()).isEqualTo(2);
		assertThat(table.column("name").value(0)).isEqualTo("Roe, Anna");
		assertThat(table.column("name").value(1)).isNull();
		assertThat(table.without(Set.of("id")).columns()).hasSize(1);
	}

}
