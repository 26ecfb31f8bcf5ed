package io.kehu.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Redis as a child process: a cache that stores nothing on disk and evicts the least
 * recently used entries.
 */
public final class RedisServer extends EmbeddedServer {

	private static final int TIMEOUT_MILLIS = 1_000;

	private final Path executable = Binaries.redis();

	private final List<RedisUser> users;

	/**
	 * Creates the server without starting it.
	 * @param settings where and how it runs
	 */
	public RedisServer(ServerSettings settings) {
		this(settings, List.of());
	}

	/**
	 * Creates a server that serves these users only, without starting it.
	 * @param settings where and how it runs
	 * @param users the users; if empty, clients need at most the password in the settings
	 */
	public RedisServer(ServerSettings settings, List<RedisUser> users) {
		super(ServerKind.REDIS, settings);
		this.users = List.copyOf(users);
	}

	@Override
	void prepare() throws IOException {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("bind", "127.0.0.1");
		values.put("port", Integer.toString(port()));
		values.put("dir", '"' + settings().folder().toString() + '"');
		values.put("save", "\"\"");
		values.put("appendonly", "no");
		values.put("maxmemory", "64mb");
		values.put("maxmemory-policy", "allkeys-lru");
		String password = settings().password();
		if (password != null) {
			values.put("requirepass", password);
		}
		values.putAll(settings().options());
		Folders.writeForOwner(file("redis.conf"),
				Stream
					.concat(values.entrySet().stream().map((entry) -> entry.getKey() + " " + entry.getValue()), rules())
					.collect(Collectors.joining("\n", "", "\n")));
	}

	private Stream<String> rules() {
		return this.users.isEmpty() ? Stream.empty()
				: Stream.concat(Stream.of("user default off"), this.users.stream().map(RedisUser::rule));
	}

	@Override
	List<String> command() {
		return List.of(this.executable.toString(), file("redis.conf").toString());
	}

	@Override
	Map<String, String> environment() {
		return Map.of();
	}

	@Override
	boolean isReady() {
		try (Socket socket = new Socket()) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.connect(FreePorts.address(port()), TIMEOUT_MILLIS);
			socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
			InputStream input = socket.getInputStream();
			String answer = new String(input.readNBytes(5), StandardCharsets.US_ASCII);
			return answer.equals("+PONG") || answer.equals("-NOAU");
		}
		catch (IOException ex) {
			return false;
		}
	}

}
