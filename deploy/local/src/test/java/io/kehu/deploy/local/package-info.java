@NullMarked
package io.kehu.deploy.local;

import org.jspecify.annotations.NullMarked;
