package io.kehu.migration.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.dataset.LoadedRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.matching.field.ColumnEvidence;
import io.kehu.migration.matching.field.ColumnRole;
import io.kehu.migration.staging.StagedPartition;
import io.kehu.migration.staging.StagedSet;
import io.kehu.migration.table.Table;

import org.springframework.stereotype.Component;

/**
 * Proposes the roles of columns, judged by the first partition of each data set.
 */
@Component
class RoleProposals {

	private final StagedData data;

	RoleProposals(StagedData data) {
		this.data = data;
	}

	ProposedRoles of(List<MatchSource> sources, Map<String, ColumnRole> known) throws Exception {
		List<StagedSet> sets = new ArrayList<>();
		List<Table> tables = new ArrayList<>();
		for (MatchSource source : sources) {
			StagedSet set = this.data.set(source.dataSetId().toString());
			List<Integer> first = set.partitions().stream().map(StagedPartition::number).limit(1).toList();
			Table table = LoadedRows.of(this.data, set.id(), set.columns(), first, (row) -> {
			}).table();
			sets.add(set);
			tables.add((source.keyColumn() != null) ? table.without(Set.of(source.keyColumn())) : table);
		}
		List<List<ColumnEvidence>> evidence = ColumnEvidence.of(tables, known);
		List<ProposedRoles.Source> proposed = new ArrayList<>();
		for (int i = 0; i < sources.size(); i++) {
			proposed.add(new ProposedRoles.Source(sources.get(i).knownAs(), sources.get(i).dataSetId(),
					sets.get(i).rows(), tables.get(i).rows(), columns(sources.get(i), sets.get(i), evidence.get(i))));
		}
		return new ProposedRoles(proposed);
	}

	private static List<ProposedRoles.Column> columns(MatchSource source, StagedSet set,
			List<ColumnEvidence> evidence) {
		List<ColumnEvidence> all = new ArrayList<>(evidence);
		if (source.keyColumn() != null) {
			all.add(new ColumnEvidence(source.keyColumn(), ColumnRole.RECORD_KEY, ColumnEvidence.Origin.KEY));
		}
		return all.stream()
			.sorted(Comparator.comparingInt((ColumnEvidence one) -> set.columns().indexOf(one.column())))
			.map((one) -> new ProposedRoles.Column(one.column(), one.role(), one.origin(), reason(one.origin())))
			.toList();
	}

	private static String reason(ColumnEvidence.Origin origin) {
		return switch (origin) {
			case REQUEST -> "as requested";
			case KEY -> "the key of the records, which is no evidence";
			case NAME -> "by the name of the column";
			case VALUES -> "by the values, and by the other columns";
			case SINGLE_VALUE -> "all rows have the same value, or none";
		};
	}

}
