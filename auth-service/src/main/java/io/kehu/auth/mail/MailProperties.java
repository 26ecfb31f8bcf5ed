package io.kehu.auth.mail;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters go out: over the SMTP server of {@code spring.mail.host} when there is one,
 * otherwise into a folder.
 *
 * @param from the sender
 * @param folder where each letter is written as a file that mail programs open; a folder
 * {@code kehu-mail} among the temporary files when nothing is said
 */
@ConfigurationProperties("kehu.auth.mail")
record MailProperties(@DefaultValue("Kehu <no-reply@localhost>") String from, @Nullable Path folder) {

	Path folderOrDefault() {
		return (this.folder != null) ? this.folder : Path.of(System.getProperty("java.io.tmpdir"), "kehu-mail");
	}

}
