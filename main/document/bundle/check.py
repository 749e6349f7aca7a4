#!/usr/bin/env python3
"""Checks this bundle: python3 check.py

Needs Python 3.8 and the openssl command, and nothing of Quietbell. VERIFY.md says what is checked and why;
this file does no more than that, and is short so that it can be read first.
"""
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

here = Path(__file__).resolve().parent
problems = []


def check(holds, problem):
    if not holds:
        problems.append(problem)
    return holds


def openssl(*arguments, data=b''):
    done = subprocess.run(['openssl', *map(str, arguments)], input=data, capture_output=True)
    return done.stdout if done.returncode == 0 else None


def signed(key, message, signature):
    """Ed25519, by openssl; it wants the message in a file."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(message)
        file.flush()
        return openssl('pkeyutl', '-verify', '-pubin', '-inkey', key, '-rawin', '-in', file.name, '-sigfile', signature) is not None


def counter_mode(key, nonce, data):
    """AES-256-GCM without its tag; the same both ways."""
    return openssl('enc', '-aes-256-ctr', '-K', key, '-iv', nonce.hex() + '00000002', data=data)


def decode(event):
    """The fields of an event, as VERIFY.md lists them."""
    kind_end = 70 + event[69]
    subject_end = kind_end + 2 + int.from_bytes(event[kind_end:kind_end + 2], 'big')
    body = event[subject_end + 5:]
    if event[0] != 1 or len(body) != int.from_bytes(event[subject_end + 1:subject_end + 5], 'big'):
        raise ValueError('it is no event')
    return {
        'station': event[1:17].hex(), 'number': int.from_bytes(event[17:25], 'big'), 'previous': event[37:69].hex(),
        'kind': event[70:kind_end].decode(), 'subject': event[kind_end + 2:subject_end].decode(), 'seal': event[subject_end], 'body': body,
    }


# 1. Every file is what it was when the bundle was made, and the station that made it says so.
listed = {}
for line in (here / 'MANIFEST.sha256').read_text('utf-8').splitlines():
    digest, name = line.split('  ', 1)
    listed[name] = digest
    path = here / name
    check(path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest, f'{name}: missing, or changed since the bundle was made')
present = {path.relative_to(here).as_posix() for path in here.rglob('*') if path.is_file()}
check(present - set(listed) <= {'MANIFEST.sha256', 'MANIFEST.sig'}, f'files that the manifest does not know: {sorted(present - set(listed))}')
maker = (here / 'site' / 'maker.txt').read_text('utf-8').strip()
check(signed(here / 'site' / maker / 'signing-key.pem', (here / 'MANIFEST.sha256').read_bytes(), here / 'MANIFEST.sig'), 'MANIFEST.sig: the signature of the manifest does not hold')

# 2. The signing key of each station belongs to a certificate of the site's authority.
authority = here / 'site' / 'authority.pem'
for folder in sorted(path for path in (here / 'site').iterdir() if path.is_dir()):
    certificate, station = folder / 'certificate.pem', folder.name
    check(openssl('verify', '-no_check_time', '-CAfile', authority, certificate) is not None, f'station {station}: the authority did not issue its certificate')
    names = openssl('x509', '-in', certificate, '-noout', '-ext', 'subjectAltName') or b''
    check(names.decode().split()[-1:] == [f'URI:urn:quietbell:station:{station}'], f'station {station}: its certificate names another one')
    key = openssl('pkey', '-pubin', '-in', folder / 'signing-key.pem', '-outform', 'DER') or b''
    check(hashlib.sha256(key[-32:]).hexdigest()[:32] == station, f'station {station}: its signing key is not the one that its number is made of')

# 3. Each event is in its place, and a signature of its station vouches for it.
events = {}
for path in sorted((here / 'events').glob('*/*.event')):
    raw = path.read_bytes()
    name = path.relative_to(here / 'events').with_suffix('').as_posix()
    try:
        events[name] = {**decode(raw), 'hash': hashlib.sha256(raw).digest(), 'signature': path.with_suffix('.sig')}
    except (ValueError, IndexError):
        check(False, f'event {name}: it cannot be read')
        continue
    check(name == f'{events[name]["station"]}/{events[name]["number"]:08d}', f'event {name}: it stands in the place of another one')

vouched = 0
unreached = []
for name, event in events.items():
    step, number = event, event['number']
    while step is not None and not step['signature'].exists():
        number += 1
        following = events.get(f'{event["station"]}/{number:08d}')
        if following is not None and not check(following['previous'] == step['hash'].hex(), f'event {event["station"]}/{number:08d}: it does not follow on the one before it'):
            following = None
        step = following
    if step is None:
        unreached.append(name)
    elif check(signed(here / 'site' / event['station'] / 'signing-key.pem', step['hash'], step['signature']), f'event {name}: no signature vouches for it'):
        vouched += 1

# 4. What was written is what was sealed.
opened = {}
for path in sorted((here / 'opened').glob('*/*.json')):
    name = path.relative_to(here / 'opened').with_suffix('').as_posix()
    event = events.get(name)
    if not check(event is not None, f'opened/{name}.json: there is no such event'):
        continue
    body = event['body']
    if event['seal'] == 1:
        key_file = here / 'keys' / f'{body[:8].hex()}.key'
        key = key_file.read_bytes() if key_file.is_file() else b''
        check(hashlib.sha256(key).digest()[:8] == body[:8], f'event {name}: the key is not the one that it was sealed under')
        body = counter_mode(key.hex(), body[8:20], body[20:-16]) or b''
    check(body == path.read_bytes(), f'opened/{name}.json: this is not what was sealed')
    opened[name] = {**event, 'said': json.loads(path.read_bytes().decode('utf-8', 'replace') if body == path.read_bytes() else '{}')}

# 5. Files are those that were added: sealed again, each part has the hash that the event names.
files = 0
added = {event['subject'].split('/')[1]: event['said'] for event in opened.values() if event['kind'] == 'AttachmentAdded'}
for path in sorted((here / 'files').glob('*/*')):
    said = added.get(path.parent.name)
    if not check(said is not None, f'{path.name}: no event says that it was added'):
        continue
    content, size = path.read_bytes(), 128 * 1024
    seals = [line.split(' ') for line in (here / 'seals' / f'{path.parent.name}.txt').read_text('utf-8').splitlines()]
    hashes = [hashlib.sha256(bytes.fromhex(nonce) + (counter_mode(said.get('key', ''), bytes.fromhex(nonce), content[i * size:(i + 1) * size]) or b'') + bytes.fromhex(tag)).hexdigest() for i, (nonce, tag) in enumerate(seals)]
    if check(hashes == said.get('parts') and len(content) == said.get('size'), f'{path.name}: this is not the file that was added'):
        files += 1

# 6. records.json says what the events say.
for record in json.loads((here / 'records.json').read_text('utf-8'))['records']:
    own = [event for event in opened.values() if event['subject'] == f'incident/{record["id"]}']
    filed = [event['said'].get('report', {'title': None}) for event in own if event['kind'] == 'IncidentFiled']
    check(any(all(record['report'].get(name) == value for name, value in report.items()) for report in filed), f'record {record["id"]}: records.json says something else than what was filed')
    amended = sorted(event['said'].get('text', '') for event in own if event['kind'] == 'IncidentAmended')
    check(amended == sorted(amendment['text'] for amendment in record['amendments']), f'record {record["id"]}: records.json has other amendments')

fingerprint = openssl('x509', '-in', authority, '-noout', '-fingerprint', '-sha256') or b'unreadable'
print(f'{len(events)} events, {vouched} of them vouched for by a signature; {len(opened)} opened; {files} files.')
for name in unreached:
    print(f'Not vouched for within this bundle: event {name}. What lies between it and its signature is about somebody else.')
print(f'The authority of the site: {fingerprint.decode().strip()}')
for problem in problems:
    print(f'DOES NOT HOLD: {problem}')
print(f'{len(problems)} things do not hold.' if problems else 'Everything holds.')
sys.exit(1 if problems else 0)
