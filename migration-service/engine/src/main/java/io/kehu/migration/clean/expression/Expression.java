package io.kehu.migration.clean.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.common.Operator;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * An expression over one row in the Common Expression Language. The row's texts are
 * {@code row["name"]} or {@code row.name}, empty where they are missing;
 * {@code has(row.name)} tells whether there is one; {@code trim}, {@code upper} and
 * {@code lower} are added to the language. No expression loops: its macros over lists are
 * left out, so that its cost is bounded by its length and the length of the row; its
 * patterns are RE2's.
 */
public final class Expression {

	private static final int LONGEST = 2000;

	private static final int DEEPEST = 32;

	private static final CelOptions OPTIONS = CelOptions.current()
		.maxExpressionCodePointSize(LONGEST)
		.maxParseRecursionDepth(DEEPEST)
		.build();

	/** A text is there when it is not empty: whatever a row lacks is an empty text. */
	private static final CelMacro HAS = CelMacro.newGlobalMacro("has", 1, (factory, target, arguments) -> Optional
		.of(factory.newGlobalCall(Operator.NOT_EQUALS.getFunction(), arguments.get(0), factory.newStringLiteral(""))));

	private static final Map<String, CelType> TYPES = Map.of("text", SimpleType.STRING, "condition", SimpleType.BOOL);

	private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
		.setOptions(OPTIONS)
		.addFunctionBindings(CelFunctionBinding.from("string_trim", String.class, String::strip),
				CelFunctionBinding.from("string_upper", String.class, (text) -> text.toUpperCase(Locale.ROOT)),
				CelFunctionBinding.from("string_lower", String.class, (text) -> text.toLowerCase(Locale.ROOT)))
		.build();

	private final CelRuntime.Program program;

	private final NamedColumns columns;

	private Expression(String source, String type) {
		try {
			CelAbstractSyntaxTree tree = compiler(type).compile(source).getAst();
			this.columns = NamedColumns.of(tree.getExpr());
			this.program = RUNTIME.createProgram(tree);
		}
		catch (CelValidationException ex) {
			throw new IllegalArgumentException("Expression: " + faults(ex), ex);
		}
		catch (CelEvaluationException ex) {
			throw new IllegalArgumentException("Expression: " + ex.getMessage(), ex);
		}
	}

	/** What is wrong and where, without the source and its position in the compiler. */
	private static String faults(CelValidationException failure) {
		String faults = failure.getErrors()
			.stream()
			.map((fault) -> "character %d: %s".formatted(fault.getSourceLocation().getColumn() + 1, fault.getMessage()))
			.collect(Collectors.joining("; "));
		return faults.isEmpty() ? String.valueOf(failure.getMessage()) : faults;
	}

	/**
	 * Compile an expression that gives a text.
	 * @throws IllegalArgumentException when it is none, is too long or too deep
	 */
	public static Expression text(String source) {
		return new Expression(source, "text");
	}

	/**
	 * Compile an expression that gives true or false.
	 * @throws IllegalArgumentException when it is none, is too long or too deep
	 */
	public static Expression condition(String source) {
		return new Expression(source, "condition");
	}

	private static CelCompiler compiler(String type) {
		return CelCompilerFactory.standardCelCompilerBuilder()
			.setOptions(OPTIONS)
			.setStandardMacros(List.of())
			.addMacros(HAS)
			.addVar("row", MapType.create(SimpleType.STRING, SimpleType.STRING))
			.addFunctionDeclarations(function("trim"), function("upper"), function("lower"))
			.setResultType(TYPES.getOrDefault(type, SimpleType.STRING))
			.build();
	}

	private static CelFunctionDecl function(String name) {
		return CelFunctionDecl.newFunctionDeclaration(name,
				CelOverloadDecl.newMemberOverload("string_" + name, SimpleType.STRING, SimpleType.STRING));
	}

	/**
	 * Check that a table has the columns that the expression names.
	 * @throws IllegalArgumentException when it lacks one
	 */
	public void check(Table table) {
		this.columns.names().forEach(table::column);
	}

	/**
	 * Evaluate for one row.
	 * @return the result, or null when it has none, such as a text that is no number
	 */
	private @Nullable Object evaluate(Table table, int row) {
		Map<String, String> values = new HashMap<>();
		for (Column column : table.columns()) {
			if (!this.columns.complete() || this.columns.names().contains(column.name())) {
				String value = column.value(row);
				values.put(column.name(), (value != null) ? value : "");
			}
		}
		try {
			return this.program.eval(Map.of("row", values));
		}
		catch (CelEvaluationException ex) {
			return null;
		}
	}

	/** Whether a row has a value in a column that the expression names. */
	public boolean hasInput(Table table, int row) {
		return table.columns()
			.stream()
			.filter((column) -> !this.columns.complete() || this.columns.names().contains(column.name()))
			.anyMatch((column) -> column.code(row) != Column.MISSING);
	}

	/** The text for a row, or null when it has none. */
	public @Nullable String textOf(Table table, int row) {
		return (evaluate(table, row) instanceof String text) ? text : null;
	}

	/** Whether a row meets the condition; null when that cannot be told. */
	public @Nullable Boolean holds(Table table, int row) {
		return (evaluate(table, row) instanceof Boolean holds) ? holds : null;
	}

}
