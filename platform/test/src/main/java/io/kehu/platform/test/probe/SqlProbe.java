package io.kehu.platform.test.probe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Notes the statements that a service really runs, with their parameters, and asks
 * PostgreSQL for their plans; a test class gets it by
 * <code>&#64;Import(SqlProbe.class)</code>.
 */
public final class SqlProbe implements BeanPostProcessor {

	private final List<Run> runs = new CopyOnWriteArrayList<>();

	private volatile boolean noting;

	private @Nullable DataSource dataSource;

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (!(bean instanceof DataSource original)) {
			return bean;
		}
		this.dataSource = original;
		return around(DataSource.class, (method, arguments) -> {
			Object result = call(original, method, arguments);
			return (result instanceof Connection connection) ? noted(connection) : result;
		});
	}

	private Connection noted(Connection connection) {
		return around(Connection.class, (method, arguments) -> {
			Object result = call(connection, method, arguments);
			return (result instanceof PreparedStatement statement && arguments != null)
					? noted(statement, (String) arguments[0]) : result;
		});
	}

	private PreparedStatement noted(PreparedStatement statement, String sql) {
		Map<Object, Setting> parameters = new LinkedHashMap<>();
		return around(PreparedStatement.class, (method, arguments) -> {
			if (arguments != null && arguments.length > 1 && method.getName().startsWith("set")) {
				parameters.put(arguments[0], setting(method, arguments));
			}
			else if (this.noting && (method.getName().startsWith("execute") || method.getName().equals("addBatch"))) {
				this.runs.add(new Run(sql, List.copyOf(parameters.values())));
			}
			return call(statement, method, arguments);
		});
	}

	/** Copies the elements of an array, which is freed once its statement has run. */
	private static Setting setting(Method method, Object[] arguments) throws SQLException {
		if (arguments[1] instanceof Array array) {
			String type = array.getBaseTypeName();
			Object[] elements = (Object[]) array.getArray();
			return (other) -> other.setArray((int) arguments[0], other.getConnection().createArrayOf(type, elements));
		}
		return (other) -> call(other, method, arguments);
	}

	/**
	 * Notes what runs while something is done, in the background too.
	 * @param action what is done
	 * @return the statements in their order, never null
	 */
	public synchronized List<Run> during(Runnable action) {
		this.runs.clear();
		this.noting = true;
		try {
			action.run();
			return List.copyOf(this.runs);
		}
		finally {
			this.noting = false;
		}
	}

	/**
	 * Returns the plan of a statement with its actual parameters. The statement is run
	 * again for that, and rolled back.
	 * @param run the statement
	 * @return the plan without the parts skipped at run time, never null
	 */
	public String plan(Run run) {
		try (Connection connection = Objects.requireNonNull(this.dataSource).getConnection()) {
			connection.setAutoCommit(false);
			try (PreparedStatement statement = connection
				.prepareStatement("explain (analyze, costs off, buffers off, timing off, summary off) " + run.sql())) {
				for (Setting parameter : run.parameters()) {
					parameter.set(statement);
				}
				List<String> lines = new ArrayList<>();
				ResultSet rows = statement.executeQuery();
				while (rows.next()) {
					lines.add(rows.getString(1));
				}
				lines.removeIf((line) -> line.contains("never executed"));
				return String.join("\n", lines);
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			throw new AssertionError("There is no plan of " + run.sql(), ex);
		}
	}

	private static <T> T around(Class<T> type, Behaviour behaviour) {
		return type.cast(Proxy.newProxyInstance(SqlProbe.class.getClassLoader(), new Class<?>[] { type },
				(self, method, arguments) -> behaviour.answer(method, arguments)));
	}

	private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
			throws SQLException {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof SQLException failure) {
				throw failure;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A statement that ran.
	 *
	 * @param sql its text
	 * @param parameters its parameters
	 */
	public record Run(String sql, List<Setting> parameters) {
	}

	/**
	 * Sets a parameter as the service did.
	 */
	@FunctionalInterface
	public interface Setting {

		/**
		 * Sets it.
		 * @throws SQLException when the statement has no such parameter
		 */
		void set(PreparedStatement statement) throws SQLException;

	}

	/**
	 * What something does instead.
	 */
	@FunctionalInterface
	private interface Behaviour {

		@Nullable Object answer(Method method, Object @Nullable [] arguments) throws SQLException;

	}

}
