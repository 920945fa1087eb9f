import type { MediaItem } from '#contract/task';
import type { VendorRules } from '#contract/vendors';

type MediaRules = NonNullable<VendorRules['media']>;

/** A file as it was chosen, with the type that its bytes tell. */
export type Chosen<F extends { name: string; size: number }> = { file: F; type: string | null };

export type Selection<F> = {
  accepted: { file: F; kind: MediaItem['kind'] }[];
  /** Why each of the others is left out, in words that name it. */
  complaints: string[];
};

/** Which of the chosen files can be attached beside those that are `taken`, by the vendor's rules. */
export function selectFiles<F extends { name: string; size: number }>(
  chosen: readonly Chosen<F>[],
  { rules, taken }: { rules: MediaRules; taken: number },
): Selection<F> {
  const selection: Selection<F> = { accepted: [], complaints: [] };
  for (const { file, type } of chosen) {
    const wrong = complaintAbout(file, type, rules);
    const free = rules.maxFiles - taken - selection.accepted.length;
    if (wrong !== null) selection.complaints.push(`“${file.name}” ${wrong}`);
    else if (free <= 0) {
      selection.complaints.push(`“${file.name}” is one too many: a task takes at most ${rules.maxFiles}.`);
    } else {
      const kind = rules.images.includes(type ?? '') ? 'image' : 'video';
      selection.accepted.push({ file, kind });
    }
  }
  return selection;
}

function complaintAbout({ size }: { size: number }, type: string | null, rules: MediaRules): string | null {
  if (size === 0) return 'is empty.';
  if (type === null || ![...rules.images, ...rules.videos].includes(type)) {
    return `is none of ${fileWords(rules, 'conjunction')} by its content, whatever its name says.`;
  }
  return size > rules.maxBytes ? `is larger than ${megabytes(rules.maxBytes)}.` : null;
}

const shortNames: Record<string, string> = { jpeg: 'JPEG', quicktime: 'QuickTime' };

/** The types that are taken, in words. */
export function fileWords({ images, videos }: MediaRules, type: 'conjunction' | 'disjunction'): string {
  const words = [...images, ...videos].map((mime) => {
    const word = mime.split('/')[1] ?? mime;
    return shortNames[word] ?? word.toUpperCase();
  });
  return new Intl.ListFormat('en-GB', { type }).format(words);
}

/** A size for people: `20 MB`, `1.4 MB`, `312 KB`. */
export function megabytes(bytes: number): string {
  const unit = bytes < 1024 * 1024 ? 'KB' : 'MB';
  const count = bytes / (unit === 'KB' ? 1024 : 1024 * 1024);
  return `${count.toLocaleString('en-GB', { maximumFractionDigits: unit === 'KB' ? 0 : 1 })} ${unit}`;
}
