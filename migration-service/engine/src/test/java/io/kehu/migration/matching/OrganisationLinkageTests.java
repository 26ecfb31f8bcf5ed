package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.kehu.migration.matching.field.ColumnRole;
import io.kehu.migration.matching.field.RoleDetector;
import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links files of organisations, and of persons and organisations in one column.
 */
class OrganisationLinkageTests {

	private static final Linker LINKER = new Linker(LinkageSettings.defaults());

	private static final List<String> CITIES = List.of("Lyon", "Utrecht", "Graz");

	@Test
	void personsAndOrganisationsOfOneColumnAreNeverLinked() {
		SamplePersons persons = new PersonGenerator(41).generate(400, 0.1);
		List<String[]> rows = new ArrayList<>();
		for (int row = 0; row < 400; row++) {
			String[] person = persons.rows().get(row);
			String phone = "030" + (4_000_000 + persons.person(row));
			rows.add(new String[] { person[0] + " " + person[1], person[3], person[4], phone });
			if (row < 30) {
				rows.add(new String[] { person[0] + " " + person[1] + " GmbH", person[3], person[4], phone });
				rows.add(new String[] { person[0] + " " + person[1] + ", GmbH", person[3], person[4], phone });
			}
		}

		LinkageResult result = LINKER
			.link(LinkageSource.of("rows", Table.of(List.of("name", "address", "city", "phone"), rows)));

		for (int cluster = 0; cluster < result.clusters(); cluster++) {
			int organisations = 0;
			for (int row : result.cluster(cluster)) {
				organisations += rows.get(row)[0].endsWith("GmbH") ? 1 : 0;
			}
			assertThat(organisations).isIn(0, result.cluster(cluster).length);
		}
		assertThat(result.cluster(result.clusterOf(1))).contains(1, 2);
	}

	@Test
	void aPlaceAloneIsNeverEnough() {
		List<String[]> rows = new ArrayList<>();
		List<String> names = List.of("Vorrenta", "Lumidex", "Gralkor", "Tessovin", "Quandril", "Halvex", "Ondara",
				"Pimsolt");
		for (int city = 0; city < CITIES.size(); city++) {
			for (int i = 0; i < names.size(); i++) {
				rows.add(new String[] { names.get(i) + " " + List.of("Foods", "Energy", "Bank").get(city),
						"Main street " + city, CITIES.get(city), "7" + city + "001" });
			}
			rows.add(new String[] { "", "Main street " + city, CITIES.get(city), "7" + city + "001" });
		}

		LinkageResult result = LINKER
			.link(LinkageSource.of("rows", Table.of(List.of("company_name", "address", "city", "postcode"), rows)));

		assertThat(result.clusters()).isEqualTo(rows.size());
	}

	@Test
	void theRoleIsDetectedFromTheHeaderOrTheNames() {
		List<String[]> rows = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			rows.add(new String[] { "Word" + (char) ('a' + i % 26) + " " + List.of("GmbH", "Ltd", "Energy").get(i % 3),
					CITIES.get(i % 3) });
		}

		assertThat(roles("name", rows)).containsEntry("name", ColumnRole.ORGANISATION);
		assertThat(roles("x7", rows)).containsEntry("x7", ColumnRole.ORGANISATION);
		assertThat(roles("Lieferant", rows)).containsEntry("Lieferant", ColumnRole.ORGANISATION);
		assertThat(roles("full_name", rows)).containsEntry("full_name", ColumnRole.FULL_NAME);
		assertThat(RoleDetector.detect(Table.of(List.of("company", "last_name"), rows))).containsEntry("company",
				ColumnRole.COMPANY);
	}

	@Test
	void aChineseNameIsTheSameInBothScripts() {
		String traditional = "王小龍 陳麗華 張偉 劉曉東 楊國強 趙雲 黃志遠 吳麗萍 孫鵬飛 馬曉燕 歐陽國強 鄭偉 謝麗娟 許志強 鄧麗君 馮寶寶 蔣經國 葉問 蘇軾 盧麗";
		String simplified = "王小龙 陈丽华 张伟 刘晓东 杨国强 赵云 黄志远 吴丽萍 孙鹏飞 马晓燕 欧阳国强 郑伟 谢丽娟 许志强 邓丽君 冯宝宝 蒋经国 叶问 苏轼 卢丽";
		List<String[]> rows = new ArrayList<>();
		for (String names : List.of(traditional, simplified)) {
			String[] split = names.split(" ", -1);
			for (int i = 0; i < split.length; i++) {
				rows.add(new String[] { split[i], "19%02d-0%d-1%d".formatted(50 + i, 1 + i % 9, i % 7),
						List.of("臺北", "上海", "香港").get(i % 3) });
			}
		}

		LinkageResult result = LINKER
			.link(LinkageSource.of("rows", Table.of(List.of("name", "birth_date", "city"), rows)));

		for (int i = 0; i < 20; i++) {
			assertThat(result.cluster(result.clusterOf(i))).as(rows.get(i)[0]).containsExactly(i, i + 20);
		}
	}

	private static Map<String, ColumnRole> roles(String column, List<String[]> rows) {
		return RoleDetector.detect(Table.of(List.of(column, "city"), rows));
	}

}
