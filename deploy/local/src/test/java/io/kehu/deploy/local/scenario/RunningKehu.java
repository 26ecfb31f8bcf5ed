package io.kehu.deploy.local.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.kehu.deploy.local.system.ApplicationInstance;
import io.kehu.deploy.local.system.LocalSystem;
import io.kehu.deploy.local.system.Secrets;
import io.kehu.deploy.local.system.Settings;
import io.kehu.deploy.local.system.StartListener;
import io.kehu.deploy.local.system.StateFolder;
import io.kehu.platform.embedded.FreePorts;
import io.kehu.platform.embedded.KafkaAccess;
import io.kehu.platform.embedded.ProcessIdentity;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;

/**
 * The whole system as real processes on free ports with a temporary state folder, and
 * faults to inject into it. The property kehu.scenario.without leaves out processes
 * during development.
 */
final class RunningKehu implements AutoCloseable {

	private final LocalSystem system;

	private final EventProbe events;

	private final SpanReceiver spans = new SpanReceiver();

	RunningKehu() {
		try {
			StateFolder state = new StateFolder(Files.createTempDirectory("kehu-scenario-").resolve("state"));
			Settings settings = Settings.defaults().withTraces(this.spans.url());
			for (String process : List.copyOf(settings.ports().keySet())) {
				settings = settings.withPort(process, FreePorts.next());
			}
			for (String left : System.getProperty("kehu.scenario.without", "").split(",")) {
				settings = left.isEmpty() ? settings : settings.without(left);
			}
			this.system = new LocalSystem(Path.of(System.getProperty("kehu.root", "../..")), state, settings);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
		this.system.up(new Silent(), false);
		this.events = newProbe();
	}

	/** Returns a partner that reads all topics from the beginning. */
	EventProbe newProbe() {
		return new EventProbe("127.0.0.1:" + this.system.settings().port("kafka"),
				KafkaAccess.client(Secrets.OPERATOR, this.system.secrets().kafkaPassword(Secrets.OPERATOR)))
			.within(Duration.ofSeconds(90));
	}

	LocalSystem system() {
		return this.system;
	}

	/** Returns a client with all permissions that calls the API through the gateway. */
	HttpProbe api() {
		return stranger().with("Authorization", "Bearer " + this.system.accessToken());
	}

	/** Returns a client without a token. */
	HttpProbe stranger() {
		return new HttpProbe(this.system::gatewayUrl);
	}

	/** Returns an access token that a client obtains for itself. */
	String accessToken(String clientId, String secret) {
		return askForToken(clientId, secret).expect(200).json().path("access_token").asString();
	}

	HttpAnswer askForToken(String clientId, String secret) {
		String credentials = Base64.getEncoder()
			.encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
		return stranger().with("Authorization", "Basic " + credentials)
			.with("Content-Type", "application/x-www-form-urlencoded")
			.exchange("POST", "/oauth2/token", BodyPublishers.ofString("grant_type=client_credentials"));
	}

	EventProbe events() {
		return this.events;
	}

	SpanReceiver spans() {
		return this.spans;
	}

	/** Declares the types of the events of the next step, which must cause no others. */
	ExpectedEvents expecting(String... types) {
		return new ExpectedEvents(this.events, List.of(types));
	}

	/**
	 * Starts another process of an application on a free port, with changes to its
	 * environment.
	 * @param log the name of its log
	 */
	Process start(String application, String log, Map<String, String> changes) throws IOException {
		StateFolder state = this.system.state();
		Path jar;
		try (Stream<Path> files = Files.walk(state.path().resolve("applications").resolve(application), 2)) {
			jar = files.filter((file) -> file.getFileName().toString().endsWith(".jar")).findFirst().orElseThrow();
		}
		ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx256m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString());
		for (String line : Files.readAllLines(state.environment(application))) {
			builder.environment().put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
		}
		builder.environment().put("SERVER_PORT", Integer.toString(FreePorts.next()));
		builder.environment().putAll(changes);
		return builder.redirectErrorStream(true).redirectOutput(state.log(log).toFile()).start();
	}

	/** Ends a process like a crash (SIGKILL). */
	void kill(String process) {
		find(process).kill();
	}

	/** Stops a process in good order (SIGTERM), and waits until it has ended. */
	void stop(String process) {
		ProcessIdentity identity = find(process);
		identity.stop("TERM", Duration.ofMinutes(1));
	}

	/** Ends all processes like a power cut, and destroys the databases and topics. */
	void destroy() throws IOException {
		List<String> names = Stream
			.concat(this.system.settings().instances().stream().map(ApplicationInstance::name),
					Stream.of("postgresql", "kafka", "redis", "redis-logins"))
			.toList();
		names.forEach(this::kill);
		this.system.down(new Silent());
		for (String data : new String[] { "postgresql", "kafka" }) {
			try (Stream<Path> files = Files.walk(this.system.state().data().resolve(data))) {
				files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
			}
		}
	}

	/** Suspends a process (SIGSTOP): connections stay open but are not served. */
	void pause(String process) {
		find(process).signal("STOP");
	}

	/** Resumes a suspended process. */
	void resume(String process) {
		find(process).signal("CONT");
	}

	/** Starts what is not running, and waits until the gateway serves requests. */
	void makeWhole() {
		this.system.up(new Silent(), false);
	}

	@Override
	public void close() {
		this.system.down(new Silent());
		this.spans.close();
		this.system.state().delete();
	}

	private ProcessIdentity find(String process) {
		return this.system.process(process).orElseThrow();
	}

	/***
	 * Ignores progress.
	 */
	private static final class Silent implements StartListener {

		@Override
		public void begun(String name, String detail) {
		}

		@Override
		public void done(String name, Duration time) {
		}

		@Override
		public void failed(String name, Duration time) {
		}

		@Override
		public void stopped(String name, Duration time) {
		}

		@Override
		public void notice(String sentence) {
		}

	}

}
