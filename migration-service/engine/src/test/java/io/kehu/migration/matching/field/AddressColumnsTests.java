package io.kehu.migration.matching.field;

import java.util.List;
import java.util.Map;

import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AddressColumnsTests {

	@Test
	void findsThePartsOfAnAddressByTheirNamesAndRoles() {
		Table table = Table.of(
				List.of("name", "email address", "line1", "PLZ", "Ort", "country", "birthplace", "phone", "where"),
				List.of(new String[] { "Ada Roe", "a@x.org", "Elbweg 2", "20095", "Hamburg", "DE", "Bonn", "1", "x" },
						new String[] { "Bob Doe", "b@x.org", "Hauptstr. 1", "10115", "Berlin", "DE", "Kiel", "2",
								"y" }));

		assertThat(AddressColumns.among(List.of(table), Map.of("where", ColumnRole.PLACE)))
			.isEqualTo(Map.of("line1", ColumnRole.ADDRESS, "PLZ", ColumnRole.POSTCODE, "Ort", ColumnRole.PLACE,
					"country", ColumnRole.CATEGORY, "where", ColumnRole.PLACE));
	}

}
