package io.kehu.migration.clean.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;

/**
 * Finds out which columns of a row an expression names.
 */
final class NamedColumns {

	private static final String INDEX = "_[_]";

	private final Set<String> names = new LinkedHashSet<>();

	private boolean complete = true;

	private NamedColumns() {
	}

	static NamedColumns of(CelExpr expression) {
		NamedColumns found = new NamedColumns();
		found.visit(expression);
		return found;
	}

	/** Returns the names that occur in the expression itself. */
	Set<String> names() {
		return this.names;
	}

	/** Whether these are all; else the expression puts a name together. */
	boolean complete() {
		return this.complete;
	}

	private void visit(CelExpr expression) {
		if (expression.getKind() == Kind.SELECT && isRow(expression.select().operand())) {
			this.names.add(expression.select().field());
		}
		else if (isIndexed(expression)) {
			this.names.add(expression.call().args().get(1).constant().stringValue());
		}
		else if (isRow(expression)) {
			this.complete = false;
		}
		else {
			children(expression).forEach(this::visit);
		}
	}

	private static boolean isRow(CelExpr expression) {
		return expression.getKind() == Kind.IDENT && expression.ident().name().equals("row");
	}

	private static boolean isIndexed(CelExpr expression) {
		if (expression.getKind() != Kind.CALL || !expression.call().function().equals(INDEX)) {
			return false;
		}
		CelExpr key = expression.call().args().get(1);
		return isRow(expression.call().args().get(0)) && key.getKind() == Kind.CONSTANT
				&& key.constant().getKind() == CelConstant.Kind.STRING_VALUE;
	}

	private static List<CelExpr> children(CelExpr expression) {
		List<CelExpr> children = new ArrayList<>();
		switch (expression.getKind()) {
			case SELECT -> children.add(expression.select().operand());
			case CALL -> {
				expression.call().target().ifPresent(children::add);
				children.addAll(expression.call().args());
			}
			case LIST -> children.addAll(expression.list().elements());
			case STRUCT -> expression.struct().entries().forEach((entry) -> children.add(entry.value()));
			case MAP -> expression.map().entries().forEach((entry) -> {
				children.add(entry.key());
				children.add(entry.value());
			});
			case CONSTANT, IDENT, COMPREHENSION, NOT_SET -> {
			}
		}
		return children;
	}

}
