package io.kehu.migration.matching.heldout;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;

/**
 * A set of records of which several mean the same entity, with the truth.
 */
final class HeldOutSet {

	private final Table table;

	private final int[] entities;

	private HeldOutSet(Table table, int[] entities) {
		this.table = table;
		this.entities = entities;
	}

	/** Make a set; the same seed gives the same one. */
	static HeldOutSet of(Shape shape, long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		Entities entities = new Entities(shape, random.split());
		Slips slips = new Slips(shape.language(), random.split());
		List<String[]> rows = new ArrayList<>();
		List<Integer> truth = new ArrayList<>();
		for (int entity = 0; entity < shape.entities(); entity++) {
			String[] original = entities.next();
			rows.add(original);
			truth.add(entity);
			int copies = copies(shape, random);
			for (int copy = 0; copy < copies; copy++) {
				rows.add(slips.copy(shape, original));
				truth.add(entity);
			}
		}
		return shuffled(shape, rows, truth, random);
	}

	private static int copies(Shape shape, SplittableRandom random) {
		if (shape.copies() == 0 || !shape.everyEntity() && random.nextInt(100) < 50) {
			return 0;
		}
		int copies = 1;
		while (copies < shape.copies() && random.nextInt(100) < ((shape.copies() > 8) ? 85 : 55)) {
			copies++;
		}
		return copies;
	}

	private static HeldOutSet shuffled(Shape shape, List<String[]> rows, List<Integer> truth, SplittableRandom random) {
		int[] order = new int[rows.size()];
		for (int i = 0; i < order.length; i++) {
			int at = random.nextInt(i + 1);
			order[i] = order[at];
			order[at] = i;
		}
		List<Column> columns = new ArrayList<>();
		for (int column = 0; column < shape.columns().size(); column++) {
			ColumnBuilder builder = new ColumnBuilder(shape.language().column(shape.columns().get(column)));
			for (int row : order) {
				builder.add(rows.get(row)[column]);
			}
			columns.add(builder.build());
		}
		int[] entities = new int[order.length];
		for (int row = 0; row < order.length; row++) {
			entities[row] = truth.get(order[row]);
		}
		return new HeldOutSet(new Table(columns), entities);
	}

	Table table() {
		return this.table;
	}

	/** The entity that a record means. */
	int entity(int row) {
		return this.entities[row];
	}

}
