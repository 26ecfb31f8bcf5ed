package io.kehu.platform.mail;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The delivery of e-mails: by the SMTP server {@code spring.mail.host} if configured,
 * otherwise into a folder.
 *
 * @param from the sender
 * @param folder the folder for e-mail files; {@code kehu-mail} in the temporary directory
 * by default
 */
@ConfigurationProperties("kehu.mail")
record MailProperties(@DefaultValue("Kehu <no-reply@localhost>") String from, @Nullable Path folder) {

	Path folderOrDefault() {
		return (this.folder != null) ? this.folder : Path.of(System.getProperty("java.io.tmpdir"), "kehu-mail");
	}

}
