"""What ``soat audit`` says while it runs and at its end."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "audit-no-paths": {
        "vi": "chưa chọn văn bản nào. Ghi tệp hoặc thư mục, ví dụ: soat audit THU-MUC -o KET-QUA",
        "en": "no documents given. Give files or folders, as in: soat audit FOLDER -o RESULTS",
    },
    "audit-no-stdin": {
        "vi": "soat audit không đọc đầu vào chuẩn (“-”). Ghi tên tệp hoặc thư mục.",
        "en": "soat audit does not read standard input (“-”). Give files or folders.",
    },
    "out-is-file": {
        "vi": "{path}: là tệp, không phải thư mục. Chọn tên thư mục để ghi kết quả (-o).",
        "en": "{path}: is a file, not a folder. Choose a folder for the results (-o).",
    },
    "out-odd-name": {
        "vi": "{path}: tên thư mục kết quả không được có dấu ?, * hoặc \\. Chọn tên khác (-o).",
        "en": "{path}: the folder for the results may have no ?, * or \\ in its path. Choose another (-o).",
    },
    "out-is-remote": {
        "vi": "{path}: kết quả chỉ ghi được vào thư mục trên máy này hoặc ổ đĩa dùng chung (-o).",
        "en": "{path}: results are written to a folder of this machine or a shared disk only (-o).",
    },
    "out-not-ours": {
        "vi": "{path}: có tệp {name} không do soat audit ghi nên không ghi đè. Chọn thư mục khác (-o).",
        "en": "{path}: holds {name}, which soat audit has not written and will not overwrite. Choose another folder (-o).",
    },
    "audit-at-work": {
        "vi": "{path}: một lệnh soat audit khác đang ghi vào thư mục này. Chờ lệnh ấy xong, hoặc chọn thư mục khác (-o).",
        "en": "{path}: another soat audit is writing to this folder. Wait for it, or choose another folder (-o).",
    },
    "audit-all-superiors": {
        "vi": "Không còn văn bản nào để rà soát: mọi tệp đã chọn đều là của cấp trên (--against).",
        "en": "No documents left to audit: all files given are the superior's (--against).",
    },
    "expect-no-province": {
        "vi": '--expect communes-of cần tên tỉnh, ví dụ: --expect communes-of "Hải Phòng". Nếu đó là tên tệp, ghi ./communes-of',
        "en": '--expect communes-of takes a province, as in: --expect communes-of "Hải Phòng". If it is a file, write ./communes-of',
    },
    "unknown-province": {
        "vi": "không có tỉnh, thành phố nào tên “{name}”. Gần nhất: {near}.",
        "en": "no province is called “{name}”. The nearest: {near}.",
    },
    "merged-province": {
        "vi": '“{name}” từ 01/7/2025 đã nhập vào {now}. Ghi --expect communes-of "{bare}", hoặc lập tệp danh sách xã, phường.',
        "en": '“{name}” has been part of {now} since 01/7/2025. Write --expect communes-of "{bare}", or list the communes in a file.',
    },
    "expect-spreadsheet": {
        "vi": "{path}: danh sách phải là tệp chữ (mỗi dòng một cơ quan) hoặc .csv. Trong Excel chọn Lưu thành (Save As) “CSV UTF-8”.",
        "en": "{path}: the list must be a text file (one office a line) or .csv. In Excel save it as “CSV UTF-8”.",
    },
    "none-expected": {
        "vi": "{path}: không có tên cơ quan nào. Ghi mỗi dòng một cơ quan, ví dụ: phường Nhị Chiểu.",
        "en": "{path}: names no office. Write one office a line, for example: phường Nhị Chiểu.",
    },
    "no-fsspec": {
        "vi": "{path}: đọc địa chỉ này cần thư viện fsspec. Cài: pip install 'soat[cluster]'",
        "en": "{path}: reading this address takes the library fsspec. Install it: pip install 'soat[cluster]'",
    },
    "no-driver": {
        "vi": "{path}: thiếu thư viện để đọc địa chỉ này ({reason}). Cài: pip install 'soat[cluster]' và thư viện ấy (s3:// cần s3fs).",
        "en": "{path}: the library that reads this address is missing ({reason}). Install it: pip install 'soat[cluster]' and that library (s3:// takes s3fs).",
    },
    "unreadable-url": {
        "vi": "{path}: không đọc được ({reason}). Kiểm tra địa chỉ, mạng và quyền truy cập.",
        "en": "{path}: cannot be read ({reason}). Check the address, the network and the permissions.",
    },
    "no-dask": {
        "vi": "--engine dask cần thư viện distributed. Cài: pip install 'soat[cluster]', hoặc bỏ --engine để chạy trên máy này.",
        "en": "--engine dask takes the library distributed. Install it: pip install 'soat[cluster]', or leave --engine out to run on this machine.",
    },
    "no-scheduler": {
        "vi": "{path}: không nối được với bộ điều phối Dask ({reason}). Kiểm tra địa chỉ, ví dụ tcp://10.0.0.5:8786.",
        "en": "{path}: no Dask scheduler answers ({reason}). Check the address, for example tcp://10.0.0.5:8786.",
    },
    "scheduler-without-dask": {
        "vi": "--scheduler chỉ dùng với --engine dask.",
        "en": "--scheduler goes with --engine dask only.",
    },
    "audit-stopped": {
        "vi": "Đã dừng. Phần đã soát được giữ trong {out}; chạy lại đúng lệnh này để làm tiếp.",
        "en": "Stopped. What is done is kept in {out}; run the same command again to go on.",
    },
    "audit-stopped-unkept": {
        "vi": "Đã dừng, không giữ lại gì. Thêm -o THƯ-MỤC thì phần đã soát được giữ để làm tiếp.",
        "en": "Stopped; nothing is kept. With -o FOLDER what is done is kept, to go on from there.",
    },
    "scheduler-needs-out": {
        "vi": "--scheduler cần -o: các máy cùng ghi vào một thư mục dùng chung.",
        "en": "--scheduler takes -o: all machines write to one shared folder.",
    },
    "audit-before": {
        "vi": "{done} trong {all} văn bản đã soát từ lần trước và không thay đổi.",
        "en": "{done} of {all} documents were done before and have not changed.",
    },
    "audit-at": {"vi": "Soát từng văn bản", "en": "Checking each document"},
    "audit-comparing": {
        "vi": "Đối chiếu các văn bản và lập báo cáo…",
        "en": "Comparing the documents and writing the reports…",
    },
    "audit-documents": {
        "vi": "Đã rà soát {plans} văn bản, đối chiếu với {superiors} văn bản cấp trên.",
        "en": "{plans} documents audited, against {superiors} of the superior's.",
    },
    "audit-documents-alone": {
        "vi": "Đã rà soát {plans} văn bản.",
        "en": "{plans} documents audited.",
    },
    "audit-within": {
        "vi": "Trong từng văn bản: {errors} lỗi, {warnings} chỗ nên sửa, {infos} lưu ý.",
        "en": "Within documents: {errors} errors, {warnings} warnings, {infos} notes.",
    },
    "audit-between": {
        "vi": "Giữa các văn bản: {errors} lỗi, {warnings} chỗ nên sửa, {infos} lưu ý.",
        "en": "Between documents: {errors} errors, {warnings} warnings, {infos} notes.",
    },
    "audit-pairs": {
        "vi": "Cặp văn bản gần giống nhau: {count}.",
        "en": "Near-duplicate pairs: {count}.",
    },
    "audit-missing": {
        "vi": "Cơ quan chưa có văn bản: {missing} trong {expected}.",
        "en": "Offices without a document: {missing} of {expected}.",
    },
    "audit-late": {
        "vi": "Cơ quan ban hành sau thời hạn: {count}.",
        "en": "Offices that issued theirs after the day due: {count}.",
    },
    "audit-unread": {
        "vi": "Tệp không đọc được: {count}.",
        "en": "Files that could not be read: {count}.",
    },
    "audit-listed-errors": {
        "vi": "Lỗi giữa các văn bản:",
        "en": "Errors between documents:",
    },
    "audit-listed-more": {
        "vi": "… và {count} chỗ khác trong báo cáo",
        "en": "… and {count} more in the reports",
    },
    "audit-listed-nowhere": {
        "vi": "Không thuộc văn bản nào trong số này",
        "en": "Of none of these documents",
    },
    "audit-listed-other": {"vi": "đối chiếu {place}", "en": "compare {place}"},
    "audit-listed-places": {
        "vi": "… và {count} chỗ khác",
        "en": "… and {count} other places",
    },
    "audit-suppressed": {
        "vi": "Đã bỏ qua theo ghi chú trong văn bản: {count} chỗ.",
        "en": "Suppressed by remarks in the documents: {count}.",
    },
    "audit-no-reports": {
        "vi": "Chưa ghi báo cáo; thêm -o THƯ-MỤC để có. Lỗi trong từng văn bản: xem bằng soat check.",
        "en": "No reports written; add -o FOLDER for them. What is wrong within documents: soat check.",
    },
    "audit-errors-of": {"vi": "{path}: {count} lỗi", "en": "{path}: {count} errors"},
    "audit-more": {"vi": "… và {count} tệp khác", "en": "… and {count} more"},
    "audit-reports": {"vi": "Báo cáo: {paths}", "en": "Reports: {paths}"},
}
