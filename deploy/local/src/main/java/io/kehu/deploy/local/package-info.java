/**
 * The commands behind <code>./kehu</code>.
 */
@NullMarked
package io.kehu.deploy.local;

import org.jspecify.annotations.NullMarked;
