package io.kehu.deploy.local;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import io.kehu.deploy.local.provider.FakePaymentProvider;
import io.kehu.deploy.local.system.LaunchFailure;
import io.kehu.deploy.local.system.LocalSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs a payment provider for trying payments out, until it is stopped.
 */
@Command(name = "payment-provider", mixinStandardHelpOptions = true,
		description = "Runs a payment provider that takes no money and sends signed notifications to Kehu.",
		footer = { "", "POST /payments?order=ID&amount=9.90&currency=EUR&payment=REFERENCE  notifies of a payment",
				"POST /refunds?payment=REFERENCE&amount=2&currency=EUR              notifies of a refund",
				"POST /repeat                                                       sends the latest again" })
final class PaymentProviderCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	@Option(names = "--port", paramLabel = "PORT", description = "Its port on this machine; 9400 by default.")
	private int port = 9400;

	PaymentProviderCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws IOException, InterruptedException {
		LocalSystem system = this.state.existing();
		if (!system.isRunning()) {
			throw new LaunchFailure("Kehu is not running: run ./kehu up first.");
		}
		try (FakePaymentProvider provider = new FakePaymentProvider(this.port, system.gatewayUrl(),
				system.secrets().paymentProviderSecret(), this.console::line)) {
			this.console.line("The provider listens at %s; Ctrl+C stops it.".formatted(provider.url()));
			new CountDownLatch(1).await();
			return 0;
		}
	}

}
